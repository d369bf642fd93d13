import type { Room } from '../../web/index.ts'

/** What administrators are told when another lets a directory in (0026-walls.sql). */
export const notices: Room['notices'] = {
  directory_token: {
    title: { vi: 'Một danh bạ được phép đưa người vào sổ', en: 'A directory may provision people' },
    text: {
      vi: 'Một quản trị khác, hoặc người vận hành, đã tạo mã truy cập cho danh bạ ở đơn vị anh/chị quản trị. Nếu anh/chị không biết việc này, hãy thu hồi mã.',
      en: 'Another administrator, or the operator, has made a token for a directory in what you administer. If you know nothing of it, revoke it.',
    },
    href: () => '/settings/directories',
  },
}
