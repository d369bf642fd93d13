import type { Room } from '../web/index.ts'

/** What the register tells about roles (0016-roles-life.sql). */
export const notices: Room['notices'] = {
  broken_glass: {
    title: { vi: 'Một vai trò do một người trao', en: 'A role was granted by one person alone' },
    text: {
      vi: 'Người vận hành đã trao một vai trò cần hai người, không có người thứ hai đồng ý. Lý do ghi ở trang Vai trò.',
      en: 'The operator has granted a role that takes two persons, without a second one. The reason stands on the page of roles.',
    },
    href: () => '/roles',
  },
  role_proposed: {
    title: { vi: 'Một vai trò chờ anh/chị đồng ý', en: 'A role waits for your agreement' },
    text: {
      vi: 'Một quản trị khác đã đề xuất. Anh/chị có 14 ngày để đồng ý hoặc không đồng ý.',
      en: 'Another administrator has proposed it. You have 14 days to agree, or to turn it down.',
    },
    href: (role) => `/roles/${role}`,
  },
  role_granted: {
    title: { vi: 'Anh/chị được trao một vai trò', en: 'You were granted a role' },
    text: {
      vi: 'Đơn vị, thời hạn và người trao ghi ở trang Vai trò của tôi.',
      en: 'The unit, the term and who granted it stand on the page My roles.',
    },
    href: () => '/roles/mine',
  },
  role_ended: {
    title: { vi: 'Thời hạn một vai trò của anh/chị đã thay đổi', en: 'The end of one of your roles was set' },
    text: {
      vi: 'Ngày kết thúc và người ghi có ở trang Vai trò của tôi.',
      en: 'Its last day and who set it stand on the page My roles.',
    },
    href: () => '/roles/mine',
  },
  handed_over: {
    title: { vi: 'Có việc được bàn giao cho anh/chị', en: 'Work was handed over to you' },
    text: {
      vi: 'Một cán bộ phụ trách đã thôi nhiệm vụ. Trang Vai trò ghi việc nào đang mở.',
      en: 'An officer has left. The page of roles says what was open.',
    },
    href: () => '/roles',
  },
}
