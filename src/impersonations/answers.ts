import type { Room } from '../web/index.ts'

/** Why a report or a decision is refused. */
export const answers: Room['answers'] = {
  not_taken: {
    status: 422,
    title: { vi: 'Sổ này không nhận việc đó', en: 'This register does not take that' },
    detail: {
      vi: 'Sổ ghi ai giữ trang nào, không nhận điều ai viết. Không có gì được lưu lại.',
      en: 'It says whose page is whose, and takes nothing that anybody wrote. Nothing was stored.',
    },
  },
  nobody_listed: {
    status: 422,
    title: { vi: 'Không có trang giới thiệu nào có địa chỉ này', en: 'No public page has this address' },
    detail: {
      vi: 'Hãy dùng đường dẫn một trang mà sổ đã xác nhận của người bị mạo danh.',
      en: 'Give the address of a page of that person that this register confirms.',
    },
  },
  confirmed_here: {
    status: 409,
    title: { vi: 'Sổ có câu trả lời về trang này', en: 'The register has an answer about this page' },
    detail: {
      vi: 'Trang đang hoặc đã được xác nhận là của chủ trang, nên tin báo không được nhận. Hãy hỏi sổ để xem.',
      en: 'It is, or was, confirmed as its owner’s, so the report is not taken. Ask the register about it.',
    },
  },
  too_many_open: {
    status: 409,
    title: { vi: 'Đã có nhiều tin báo về người này', en: 'There are many open reports about this person' },
    detail: {
      vi: 'Tin báo này chưa được ghi. Xin gửi lại sau vài ngày.',
      en: 'This one was not kept. Please send it again in some days.',
    },
  },
  nothing_to_object: {
    status: 409,
    title: { vi: 'Không có kết luận nào về trang này', en: 'There is no finding about this page' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  heard_before: {
    status: 409,
    title: { vi: 'Lý do này đã được xem', en: 'This ground was decided before' },
    detail: {
      vi: 'Kết luận được giữ. Nếu có lý do khác, hãy gửi lại với lý do đó.',
      en: 'The finding stands. With another ground, send it again.',
    },
  },
  impersonation_over: {
    status: 409,
    title: { vi: 'Việc này đã kết thúc', en: 'This is over' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  not_found_yet: {
    status: 409,
    title: { vi: 'Chưa có kết luận', en: 'Nothing was found yet' },
    detail: {
      vi: 'Chỉ báo ra ngoài khi người quyết định đã kết luận là mạo danh.',
      en: 'It is referred only once a reviewer found it an imitation.',
    },
  },
  decided_before: {
    status: 409,
    title: { vi: 'Đã có người quyết định', en: 'It was decided before' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  reasons_missing: { status: 422, title: { vi: 'Hãy chọn ít nhất một lý do', en: 'Choose at least one reason' } },
  not_decidable: {
    status: 409,
    title: { vi: 'Sổ không kết luận được về trang này', en: 'The register cannot find so about this page' },
    detail: {
      vi: 'Có điều trong sổ không cho phép kết luận mạo danh. Không có gì thay đổi.',
      en: 'Something in the register speaks against it. Nothing was changed.',
    },
  },
}
