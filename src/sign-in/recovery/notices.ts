import type { Room } from '../../web/index.ts'

const forPerson = { href: (key: string | null) => `/recovery/not-me/${key}`, open: true } as const
const forOfficer = { href: (recovery: string | null) => `/recoveries/${recovery}` } as const
const mine = { href: () => '/me' } as const

/** What the register tells of ways in: to their person, and to the officers of a recovery (0023-recovery.sql). */
export const notices: Room['notices'] = {
  recovery_asked: {
    title: {
      vi: 'Có người xin lấy lại cách đăng nhập của anh/chị',
      en: 'Somebody asks for a new way into your account',
    },
    text: {
      vi: 'Nếu không phải anh/chị, hãy dừng ngay. Chưa có gì thay đổi; các khóa của anh/chị vẫn dùng được.',
      en: 'If it was not you, stop it now. Nothing has changed; your passkeys still work.',
    },
    ...forPerson,
  },
  recovery_waiting: {
    title: { vi: 'Sau 72 giờ sẽ mở được khóa mới cho anh/chị', en: 'In 72 hours a new passkey can be made for you' },
    text: {
      vi: 'Hai cán bộ đã đồng ý. Nếu không phải anh/chị xin, hãy dừng ngay. Các khóa cũ vẫn dùng được đến lúc có khóa mới.',
      en: 'Two officers have agreed. If you did not ask for it, stop it now. Your old passkeys work until there is a new one.',
    },
    ...forPerson,
  },
  recovery_soon: {
    title: {
      vi: 'Còn 24 giờ nữa sẽ mở được khóa mới cho anh/chị',
      en: 'In 24 hours a new passkey can be made for you',
    },
    text: {
      vi: 'Đây là lần báo cuối. Nếu không phải anh/chị xin, hãy dừng ngay.',
      en: 'This is the last time you are told. If you did not ask for it, stop it now.',
    },
    ...forPerson,
  },
  recovery_stopped: {
    title: { vi: 'Việc lấy lại cách đăng nhập đã dừng', en: 'The recovery was stopped' },
    text: {
      vi: 'Không có gì thay đổi. Các khóa, phiên và mã truy cập của anh/chị vẫn như trước.',
      en: 'Nothing has changed. Your passkeys, sessions and tokens are as they were.',
    },
    ...forPerson,
  },
  recovery_done: {
    title: {
      vi: 'Đã có khóa mới; mọi cách vào cũ đã hết hiệu lực',
      en: 'There is a new passkey, and every older way in has ended',
    },
    text: {
      vi: 'Khóa, phiên và mã truy cập cũ không dùng được nữa. Nếu không phải anh/chị, hãy báo ngay cho cán bộ phụ trách.',
      en: 'Older passkeys, sessions and tokens no longer work. If it was not you, tell the officer of your unit at once.',
    },
    ...forPerson,
  },
  recovery_to_start: {
    title: { vi: 'Có người xin lấy lại cách đăng nhập', en: 'Somebody asks to get back in' },
    text: {
      vi: 'Một người trong đơn vị báo đã mất hết khóa. Hãy gặp người đó rồi mới bắt đầu.',
      en: 'A person of your unit says that every passkey is lost. See the person first, then begin.',
    },
    ...forOfficer,
  },
  recovery_to_agree: {
    title: {
      vi: 'Cần anh/chị đồng ý cho một người lấy lại cách đăng nhập',
      en: 'A recovery waits for you as the second officer',
    },
    text: {
      vi: 'Một cán bộ khác đã gặp người này. Cần người thứ hai đồng ý.',
      en: 'Another officer has seen the person. A second one has to agree.',
    },
    ...forOfficer,
  },
  recovery_ready: {
    title: {
      vi: 'Đã đủ 72 giờ: trao được đường dẫn tạo khóa mới',
      en: 'The 72 hours are over: the link can be handed over',
    },
    text: {
      vi: 'Hãy trao tận tay cho người đó.',
      en: 'Hand it to the person yourself.',
    },
    ...forOfficer,
  },
  recovery_stopped_work: {
    title: { vi: 'Một việc lấy lại cách đăng nhập đã bị dừng', en: 'A recovery that you took part in was stopped' },
    text: {
      vi: 'Người có tài khoản, hoặc người nhận được thông báo, nói rằng họ không xin việc này.',
      en: 'Its person, or whoever got the notice, says that they did not ask for it.',
    },
    href: () => '/recoveries',
  },
  passkey_added: {
    title: { vi: 'Tài khoản của anh/chị có thêm một khóa', en: 'A passkey was added to your account' },
    text: {
      vi: 'Nếu không phải anh/chị, hãy gỡ khóa đó, đăng xuất ở mọi nơi và báo cho cán bộ phụ trách.',
      en: 'If it was not you, remove it, sign out everywhere and tell the officer of your unit.',
    },
    ...mine,
  },
  passkey_removed: {
    title: { vi: 'Một khóa của anh/chị đã được gỡ', en: 'One of your passkeys was removed' },
    text: {
      vi: 'Khóa đó không đăng nhập được nữa. Nếu không phải anh/chị, hãy báo cho cán bộ phụ trách.',
      en: 'It no longer signs in. If it was not you, tell the officer of your unit.',
    },
    ...mine,
  },
  token_added: {
    title: { vi: 'Có mã truy cập mới cho phần mềm', en: 'A token for software was made' },
    text: {
      vi: 'Phần mềm có mã này làm thay được anh/chị. Nếu không phải anh/chị, hãy thu hồi mã.',
      en: 'A program that has it can act for you. If it was not you, revoke it.',
    },
    ...mine,
  },
  token_revoked: {
    title: { vi: 'Một mã truy cập đã bị thu hồi', en: 'A token was revoked' },
    text: {
      vi: 'Phần mềm dùng mã đó không làm thay anh/chị được nữa.',
      en: 'The program that used it can no longer act for you.',
    },
    ...mine,
  },
}
