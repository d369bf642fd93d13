import type { Room } from '../web/index.ts'

/** Why an act on a case is refused. */
export const answers: Room['answers'] = {
  case_step_over: {
    status: 409,
    title: { vi: 'Hồ sơ đã sang bước khác', en: 'The case has gone on to another step' },
    detail: {
      vi: 'Việc này không còn làm được. Hãy mở lại hồ sơ để xem bước hiện nay.',
      en: 'This can no longer be done. Open the case again to see where it stands.',
    },
  },
  fact_not_there: {
    status: 409,
    title: { vi: 'Sổ không còn ghi nhận việc này', en: 'The register does not know of this any more' },
    detail: {
      vi: 'Có thể người đó vừa làm xong, hoặc đã có hồ sơ về việc này. Chưa có gì thay đổi.',
      en: 'It may have been done just now, or there was a case about it already. Nothing was changed.',
    },
  },
  no_reviewer: {
    status: 409,
    title: { vi: 'Chưa có người quyết định', en: 'There is nobody to decide' },
    detail: {
      vi: 'Đơn vị này và cấp trên chưa có người quyết định nào khác. Không có người quyết định thì không mở hồ sơ.',
      en: 'Neither this unit nor one above has another reviewer. Without one no case is opened.',
    },
  },
  nobody_above: {
    status: 409,
    title: { vi: 'Không còn cấp trên nào để chuyển', en: 'There is no unit above to hand it up to' },
    detail: { vi: 'Anh/chị có thể tự quyết định.', en: 'You can decide it yourself.' },
  },
  rule_unknown: {
    status: 422,
    title: { vi: 'Không có quy định mang số này', en: 'There is no rule with this number' },
  },
}
