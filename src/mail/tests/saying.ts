import { room } from '../../web/index.ts'

/** A room that says one thing. */
export const saying = room('saying', () => [], {
  notices: {
    level_lower: {
      title: { vi: 'Mức xác minh của một trang đã hạ', en: 'The level of a page has dropped' },
      text: { vi: 'Trong trang có ghi lý do.', en: 'The page says why.' },
      href: (id) => `/declarations/${id}`,
    },
  },
})
