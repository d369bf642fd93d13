import { bothLanguages } from '../web/index.ts'

/** A listed person's public page. It addresses nobody: whoever reads it is not known. */
export const words = bothLanguages({
  unnamed: { vi: 'Các trang của cùng một\u00a0người', en: 'Pages of one person' },
  titleOf: { vi: (name: string) => `Các trang của ${name}`, en: (name: string) => `The pages of ${name}` },
  theRegister: { vi: 'Sổ đăng ký', en: 'The register' },
  registerOf: {
    vi: (organisation: string) => `Sổ đăng ký của ${organisation}`,
    en: (organisation: string) => `The register of ${organisation}`,
  },
  lead: {
    vi: 'Sổ đã xác nhận những trang dưới đây là của người có tên ở trên.',
    en: 'The register has confirmed that the pages below belong to the person named above.',
  },
  leadUnnamed: {
    vi: 'Sổ đã xác nhận những trang dưới đây là của cùng một người. Người đó không nêu tên.',
    en: 'The register has confirmed that the pages below belong to one person, who chose to give no name.',
  },
  pages: { vi: 'Trang đã xác\u00a0nhận', en: 'Confirmed pages' },
  ask: { vi: 'Hỏi về trang này', en: 'Ask about this page' },
  notCurrentSince: {
    vi: (day: string) => `Chưa xác nhận định kỳ từ ngày ${day}`,
    en: (day: string) => `Not confirmed again since ${day}`,
  },
  notContent: {
    vi: 'Xác nhận này nói về chủ trang, không nói về nội dung đăng trên trang.',
    en: 'This is about who owns the pages, not about what is posted there.',
  },
  chosen: {
    vi: 'Chủ trang tự chọn trang nào, tên và chức vụ nào được nêu ở đây. Một trang không có ở đây không có nghĩa là trang giả.',
    en: 'The owner chose which pages, name and office stand here. A page that does not stand here is not fake for that.',
  },
  askOther: { vi: 'Hỏi về một trang khác', en: 'Ask about another page' },
  notThere: { vi: 'Không có trang này', en: 'There is no such page' },
  podcast: { vi: 'Podcast', en: 'Podcast' },
  rss: { vi: 'Nguồn tin RSS', en: 'RSS feed' },
  website: { vi: 'Trang web', en: 'Website' },
})
