import type { Room } from '../../web/index.ts'

/** What those who answer are told (0018-who-looked.sql). */
export const notices: Room['notices'] = {
  why_asked: {
    title: { vi: 'Có người hỏi vì sao hồ sơ được xem', en: 'Somebody asks why their record was looked at' },
    text: {
      vi: 'Câu hỏi về một lần xem của người ở đơn vị bên dưới đang chờ anh/chị. Hạn trả lời: 2 ngày làm việc.',
      en: 'A question about a look by somebody in a unit below waits for you. You have 2 working days.',
    },
    href: (question) => `/records/questions/${question}`,
  },
  why_not_justified: {
    title: { vi: 'Có lần xem hồ sơ không có lý do chính đáng', en: 'A look at a record was not justified' },
    text: {
      vi: 'Đơn vị cấp trên của người xem đã trả lời như vậy và chuyển tới kiểm tra viên.',
      en: 'The unit above the viewer said so and handed it to the auditors.',
    },
    href: () => '/records/access',
  },
}
