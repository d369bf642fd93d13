import type { Room } from '../web/index.ts'

/** Why an act in a request is refused. */
export const answers: Room['answers'] = {
  asked_already: {
    status: 409,
    title: { vi: 'Đã có một yêu cầu như vậy', en: 'There is such a request already' },
    detail: {
      vi: 'Yêu cầu trước còn đang chờ hoặc đang có hiệu lực. Muốn đổi, hãy rút yêu cầu đó trước.',
      en: 'It waits or is in force. To change it, take it back first.',
    },
  },
  value_not_right: {
    status: 422,
    title: { vi: 'Giá trị chưa đúng dạng', en: 'The value is not of its form' },
    detail: {
      vi: 'Số điện thoại gồm 10 chữ số, ngày viết dạng năm-tháng-ngày, đơn vị ghi bằng mã.',
      en: 'A telephone number has 10 digits, a day is written year-month-day, a unit is named by its code.',
    },
  },
  as_it_is: {
    status: 409,
    title: { vi: 'Sổ đang ghi đúng như vậy', en: 'That is what stands there' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  right_step_over: {
    status: 409,
    title: { vi: 'Yêu cầu không còn ở bước này', en: 'The request is no longer at this step' },
    detail: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  },
  ground_unknown: { status: 422, title: { vi: 'Chưa chọn câu trả lời', en: 'No answer was chosen' } },
}
