import { bothLanguages } from '../../web/index.ts'

export const words = bothLanguages({
  short: { vi: 'Câu hỏi về lần xem', en: 'Questions' },
  title: { vi: 'Vì sao hồ sơ được xem', en: 'Why a record was looked at' },
  lead: {
    vi: 'Một người hỏi vì sao hồ sơ của mình được xem. Anh/chị trả lời thay cho đơn vị cấp trên của người xem. Anh/chị chỉ thấy lần xem, không thấy hồ sơ và người hỏi.',
    en: 'Somebody asks why their record was looked at. You answer as the unit above the viewer. You see the look only, neither the record nor who asks.',
  },
  none: { vi: 'Không có câu hỏi nào đang chờ anh/chị.', en: 'No question waits for you.' },
  when: { vi: 'Lần xem', en: 'Look' },
  who: { vi: 'Ai đã xem', en: 'Who looked' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  seen: { vi: 'Đã xem', en: 'What was seen' },
  due: { vi: 'Hạn trả lời', en: 'To be answered by' },
  late: { vi: 'Quá hạn', en: 'Overdue' },
  raised: { vi: 'Chuyển từ đơn vị bên dưới', en: 'Came up from the unit below' },
  open: { vi: 'Trả lời', en: 'Answer' },
  operator: { vi: 'Người vận hành máy chủ', en: 'The operator of the server' },
  question: { vi: 'Lần xem này là thế nào?', en: 'What was this look?' },
  questionHint: {
    vi: 'Hãy hỏi người xem trước khi trả lời. Người hỏi thấy câu trả lời ngay.',
    en: 'Ask the viewer first. Whoever asked sees the answer at once.',
  },
  purpose_stated: { vi: 'Đúng với mục đích đã ghi', en: 'It belonged to the purpose that was stated' },
  mistake: { vi: 'Xem nhầm, đã nhắc người xem', en: 'A mistake, the viewer was told' },
  not_justified: { vi: 'Không có lý do chính đáng, chuyển kiểm tra viên', en: 'Not justified, handed to the auditors' },
  choose: { vi: 'Hãy chọn câu trả lời', en: 'Choose an answer' },
  send: { vi: 'Gửi câu trả lời', en: 'Send the answer' },
  later: { vi: 'Để sau', en: 'Not now' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
})
