import type { Reason } from '../addresses/index.ts'
import { bothLanguages } from '../web/index.ts'

/** Why a text is no address of a page, in one sentence, and what to paste instead. Whoever asks is not known, so nobody is addressed. */
export const reasonSentences = bothLanguages({
  empty: { vi: 'Hãy dán địa chỉ của trang cần hỏi.', en: 'Paste the address of the page to ask about.' },
  not_an_address: {
    vi: 'Đây chưa phải địa chỉ của một trang. Hãy mở trang cần hỏi rồi sao chép địa chỉ.',
    en: 'This is not the address of a page. Open the page and copy its address.',
  },
  ambiguous_handle: {
    vi: 'Chỉ có tên tài khoản thì chưa rõ ở mạng nào. Hãy viết cả tên mạng, ví dụ facebook.com/ten-tai-khoan.',
    en: 'An account name alone does not say where it is. Add the network, for example facebook.com/account-name.',
  },
  display_name: {
    vi: 'Đây là tên hiển thị. Sổ không tìm theo tên người; hãy dán địa chỉ của trang.',
    en: 'This is a display name. The register does not search by name; paste the address of the page.',
  },
  email_address: {
    vi: 'Đây là địa chỉ thư điện tử. Sổ trả lời về trang web và tài khoản mạng xã hội; hãy dán địa chỉ của trang.',
    en: 'This is an email address. The register answers about websites and social-media accounts; paste the address of the page.',
  },
  multiple_addresses: {
    vi: 'Có nhiều địa chỉ trong một lần hỏi. Hãy hỏi từng địa chỉ.',
    en: 'There are several addresses here. Ask about one at a time.',
  },
  trailing_text: {
    vi: 'Sau địa chỉ còn có chữ khác. Hãy chỉ dán địa chỉ.',
    en: 'There is more text after the address. Paste the address alone.',
  },
  too_long: {
    vi: 'Nội dung dài quá 2.048 ký tự. Hãy chỉ dán địa chỉ của trang.',
    en: 'This is longer than 2,048 characters. Paste the address of the page alone.',
  },
  hidden_characters: {
    vi: 'Trong địa chỉ có ký tự ẩn, có thể để đánh lừa. Hãy gõ lại địa chỉ bằng tay.',
    en: 'There are hidden characters in the address, perhaps to deceive. Type the address by hand.',
  },
  unsupported_scheme: {
    vi: 'Phần đầu của địa chỉ không dùng được ở đây. Hãy mở trang trong trình duyệt và sao chép địa chỉ bắt đầu bằng https://.',
    en: 'The beginning of this address cannot be used here. Open the page in a browser and copy the address that begins with https://.',
  },
  credentials: {
    vi: 'Trong địa chỉ có tên đăng nhập hoặc mật khẩu. Sổ không giữ lại; hãy dán địa chỉ không có phần đó.',
    en: 'The address holds a user name or password. It was not kept; paste the address without that part.',
  },
  invalid_host: {
    vi: 'Tên miền trong địa chỉ viết sai. Hãy kiểm tra lại từng chữ.',
    en: 'The domain name in the address is not well formed. Check it letter by letter.',
  },
  ip_address: {
    vi: 'Đây là địa chỉ IP, có thể đổi chủ bất cứ lúc nào. Hãy dán địa chỉ có tên miền.',
    en: 'This is an IP address, which can change hands at any time. Paste the address with its domain name.',
  },
  private_host: {
    vi: 'Địa chỉ này chỉ mở được trong một mạng nội bộ. Hãy dán địa chỉ mà mọi người đều mở được.',
    en: 'This address opens only inside a private network. Paste an address that everyone can open.',
  },
  lookalike_host: {
    vi: 'Địa chỉ này chỉ viết cho giống một mạng quen thuộc, không thuộc mạng đó. Đừng đăng nhập và đừng gửi tiền ở đó.',
    en: 'This address only looks like a well-known network and does not belong to it. Do not sign in or send money there.',
  },
  unknown_tld: {
    vi: 'Không có tên miền nào kết thúc như vậy. Hãy kiểm tra phần cuối của tên miền, ví dụ .vn hoặc .com.',
    en: 'No domain name ends like this. Check the last part of the domain name, for example .vn or .com.',
  },
  unexpected_port: {
    vi: 'Địa chỉ có số cổng lạ. Hãy dán địa chỉ không có phần “:số” sau tên miền.',
    en: 'The address has an unusual port number. Paste it without the “:number” after the domain name.',
  },
  short_link: {
    vi: 'Đây là đường dẫn rút gọn, sổ không mở nó. Hãy mở rồi sao chép địa chỉ đầy đủ.',
    en: 'This is a short link, which the register does not open. Open it and copy the full address.',
  },
  opaque_id: {
    vi: 'Đường dẫn này không cho biết tài khoản nào. Hãy mở trang rồi sao chép địa chỉ của trang.',
    en: 'This link does not say which account it is. Open the page and copy the address of the page itself.',
  },
  outdated_address: {
    vi: 'Địa chỉ kiểu cũ này không còn dùng. Hãy mở trang rồi sao chép địa chỉ hiện nay.',
    en: 'This old form of address is no longer in use. Open the page and copy its present address.',
  },
  not_an_account: {
    vi: 'Địa chỉ này không phải của một trang hay tài khoản. Hãy mở trang cần hỏi rồi sao chép địa chỉ.',
    en: 'This is not the address of a page or account. Open the page to ask about and copy its address.',
  },
  content_not_account: {
    vi: 'Đây là đường dẫn của một bài đăng. Hãy dán địa chỉ của trang.',
    en: 'This is the address of a post. Paste the address of the page.',
  },
  invalid_handle: {
    vi: 'Tên tài khoản không đúng cách viết của mạng này. Hãy kiểm tra lại từng chữ.',
    en: 'The account name is not written as this network writes names. Check it letter by letter.',
  },
  platform_mismatch: {
    vi: 'Địa chỉ này thuộc một mạng khác với mạng đã chọn. Hãy chọn lại mạng, hoặc dán địa chỉ khác.',
    en: 'This address belongs to another network than the one chosen. Choose the network again, or paste another address.',
  },
} satisfies Record<Reason, { readonly vi: string; readonly en: string }>)
