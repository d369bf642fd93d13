// What a person is told when a text is no address: what was read, and what to do next. Plain pairs, so that
// nothing here depends on the pages; `bothLanguages(reasonWords)` takes them as they are.
import type { Reason } from './types.ts'

type Saying = { readonly vi: string; readonly en: string }

export const reasonWords = {
  empty: {
    vi: 'Ô này đang trống. Hãy dán địa chỉ của trang hoặc tài khoản vào đây.',
    en: 'This field is empty. Paste the address of the page or account here.',
  },
  not_an_address: {
    vi: 'Không tìm thấy địa chỉ nào trong đoạn này. Hãy mở trang hoặc tài khoản, sao chép địa chỉ rồi dán vào đây.',
    en: 'No address was found in this text. Open the page or account, copy its address and paste it here.',
  },
  ambiguous_handle: {
    vi: 'Đây là một tên hoặc một số, chưa rõ ở nền tảng nào. Hãy chọn nền tảng, hoặc dán địa chỉ đầy đủ.',
    en: 'This is a name or a number, and the platform is not clear. Choose the platform, or paste the full address.',
  },
  display_name: {
    vi: 'Đây là tên hiển thị, và nhiều người có thể dùng chung một tên. Hãy mở trang cá nhân, sao chép địa chỉ rồi dán vào đây.',
    en: 'This is a display name, which many people can share. Open the profile, copy its address and paste it here.',
  },
  email_address: {
    vi: 'Đây là địa chỉ thư điện tử. Hãy mở trang hoặc tài khoản của anh/chị, sao chép địa chỉ rồi dán vào đây.',
    en: 'This is an email address. Open your page or account, copy its address and paste it here.',
  },
  multiple_addresses: {
    vi: 'Đoạn này có nhiều hơn một địa chỉ. Hãy để mỗi địa chỉ trên một dòng, hoặc dán từng địa chỉ một.',
    en: 'There is more than one address in this text. Put each on a line of its own, or paste them one at a time.',
  },
  trailing_text: {
    vi: 'Sau địa chỉ còn có chữ khác, nên chưa rõ địa chỉ dừng ở đâu. Hãy chỉ để lại địa chỉ.',
    en: 'Other text follows the address, so it is not clear where the address ends. Leave only the address.',
  },
  too_long: {
    vi: 'Đoạn này dài hơn 2.048 ký tự. Hãy chỉ dán địa chỉ của trang hoặc tài khoản.',
    en: 'This text is longer than 2,048 characters. Paste only the address of the page or account.',
  },
  hidden_characters: {
    vi: 'Trong địa chỉ có ký tự ẩn, có thể dùng để che một địa chỉ khác. Hãy gõ lại địa chỉ bằng tay.',
    en: 'The address contains hidden characters, which can disguise another address. Type the address by hand.',
  },
  unsupported_scheme: {
    vi: 'Phần đầu của địa chỉ không dùng được ở đây. Hãy mở trang trong trình duyệt và sao chép địa chỉ bắt đầu bằng https://.',
    en: 'The beginning of this address cannot be used here. Open the page in a browser and copy the address that begins with https://.',
  },
  credentials: {
    vi: 'Trước tên miền có dấu @; chỗ đó có thể chứa mật khẩu của anh/chị, nên đoạn này không được lưu lại. Hãy dán địa chỉ không có phần đó.',
    en: 'There is an @ before the host name, where your password may stand, so this text was not kept. Paste the address without that part.',
  },
  invalid_host: {
    vi: 'Tên miền trong địa chỉ viết chưa đúng. Hãy sao chép lại địa chỉ từ trình duyệt.',
    en: 'The host name in this address is not written correctly. Copy the address from the browser again.',
  },
  ip_address: {
    vi: 'Địa chỉ dùng số IP, và số đó có thể đổi chủ bất cứ lúc nào. Hãy dán địa chỉ có tên miền.',
    en: 'This address uses an IP number, which can change hands at any time. Paste the address with its host name.',
  },
  private_host: {
    vi: 'Địa chỉ này chỉ mở được trong mạng nội bộ. Hãy dán địa chỉ mà mọi người đều mở được.',
    en: 'This address opens only inside a private network. Paste an address that everyone can open.',
  },
  lookalike_host: {
    vi: 'Tên miền này trông giống tên miền của một nền tảng, nhưng không phải. Hãy kiểm tra từng chữ; nếu ai đó gửi cho anh/chị địa chỉ này, đừng đăng nhập ở đó.',
    en: 'This host name looks like that of a platform, but is not. Check each letter; if someone sent you this address, do not sign in there.',
  },
  unknown_tld: {
    vi: 'Đuôi tên miền này không có thật, hoặc thiếu tên đứng trước. Hãy kiểm tra phần cuối của tên miền, ví dụ .vn hoặc .com.',
    en: 'This domain ending does not exist, or the name before it is missing. Check the last part of the host name, for example .vn or .com.',
  },
  unexpected_port: {
    vi: 'Trong địa chỉ có số cổng lạ sau dấu hai chấm. Hãy dán địa chỉ không có số đó.',
    en: 'The address contains an unusual port number after a colon. Paste the address without it.',
  },
  short_link: {
    vi: 'Đây là liên kết rút gọn hoặc liên kết chia sẻ, không cho biết dẫn tới đâu. Hãy mở nó, rồi sao chép địa chỉ đầy đủ của trang.',
    en: 'This is a short or share link, which does not say where it leads. Open it, then copy the full address of the page.',
  },
  opaque_id: {
    vi: 'Địa chỉ chỉ chứa mã nội bộ, không cho biết là tài khoản nào. Hãy mở trang cá nhân và sao chép địa chỉ ở đó.',
    en: 'The address holds only an internal code that does not tell which account it is. Open the profile and copy its address.',
  },
  outdated_address: {
    vi: 'Đây là dạng địa chỉ cũ, nay không còn dùng. Hãy mở trang cá nhân và sao chép địa chỉ mới.',
    en: 'This is an old form of address that is no longer used. Open the profile and copy its present address.',
  },
  not_an_account: {
    vi: 'Đây là một trang chung của nền tảng, không phải một tài khoản. Hãy mở trang của tài khoản và sao chép địa chỉ.',
    en: 'This is a general page of the platform, not an account. Open the page of the account and copy its address.',
  },
  content_not_account: {
    vi: 'Đây là một bài đăng hoặc video. Hãy dán địa chỉ của trang hoặc tài khoản đã đăng.',
    en: 'This is a post or a video. Paste the address of the page or account that published it.',
  },
  invalid_handle: {
    vi: 'Tên hoặc số này không đúng quy tắc của nền tảng. Hãy kiểm tra lại, hoặc sao chép địa chỉ từ trang cá nhân.',
    en: 'This name or number does not follow the rules of the platform. Check it, or copy the address from the profile.',
  },
  platform_mismatch: {
    vi: 'Địa chỉ này thuộc nền tảng khác với nền tảng đã chọn. Hãy chọn lại nền tảng, hoặc dán địa chỉ khác.',
    en: 'This address belongs to a platform other than the one chosen. Choose the platform again, or paste another address.',
  },
} as const satisfies Record<Reason, Saying>
