import type { Absence, Silenced } from './finding.ts'

type Text = { readonly vi: string; readonly en: string }
/** What it means, and what to do about it. */
export type ReasonWords = { readonly title: Text; readonly means: Text; readonly todo: Text }

const openIt: Text = {
  vi: 'Hãy mở địa chỉ ở dòng “Ở đâu” bằng trình duyệt, trong cửa sổ ẩn danh. Phải thấy đúng điều ở dòng “Cần có”.',
  en: 'Open the address at “Where” in a private window of your browser. What stands at “Expected” must be there.',
}
const replaceIt: Text = {
  vi: 'Hãy thay giá trị cũ bằng giá trị ở dòng “Cần có”, rồi kiểm tra lại.',
  en: 'Replace the old value by the one at “Expected”, then check again.',
}
const askHost: Text = {
  vi: 'Hãy báo nơi quản lý máy chủ nếu lần sau vẫn vậy.',
  en: 'If it is the same next time, tell whoever runs the server.',
}
const tryLater: Text = { vi: 'Hãy thử lại sau ít phút.', en: 'Try again in a few minutes.' }
const redirectTodo: Text = {
  vi: 'Hãy để máy chủ trả lời ngay tại địa chỉ ở dòng “Ở đâu”, hoặc chọn cách khác.',
  en: 'Let the server answer at the address at “Where” itself, or choose another way.',
}

/** It could be read, and the proof was not there. */
const absences: Record<Absence, ReasonWords> = {
  no_record: {
    title: { vi: 'Chưa thấy bản ghi', en: 'There is no record yet' },
    means: { vi: 'Ở tên này chưa có bản ghi TXT nào.', en: 'There is no TXT record at this name.' },
    todo: {
      vi: 'Hãy xem bản ghi đã được lưu chưa và tên có đúng như ở dòng “Ở đâu” không. Nếu vừa thêm, có nơi cần đến một giờ.',
      en: 'See whether the record was saved, and whether its name is the one at “Where”. If it is new, some places need up to an hour.',
    },
  },
  other_records: {
    title: { vi: 'Chưa thấy mã trong bản ghi', en: 'The records hold no code' },
    means: {
      vi: 'Ở tên này có bản ghi TXT, nhưng không bản ghi nào bắt đầu bằng token= và một mã của sổ.',
      en: 'There are TXT records at this name, but none begins with token= and a code of the register.',
    },
    todo: {
      vi: 'Hãy thêm một bản ghi mới với giá trị ở dòng “Cần có”. Các bản ghi khác cứ để nguyên.',
      en: 'Add a new record with the value at “Expected”. Leave the other records as they are.',
    },
  },
  other_token: {
    title: { vi: 'Chưa tìm thấy mã mới', en: 'The new code was not found' },
    means: {
      vi: 'Mã có ở đúng chỗ, nhưng là một mã khác, thường là mã cũ.',
      en: 'There is a code in the right place, but it is another one, most often an old one.',
    },
    todo: replaceIt,
  },
  token_expired: {
    title: { vi: 'Bản ghi đã hết hạn', en: 'The record has expired' },
    means: {
      vi: 'Bản ghi mang đúng mã, nhưng ngày hết hạn ghi trong đó đã qua.',
      en: 'The record has the right code, but the expiry written in it has passed.',
    },
    todo: replaceIt,
  },
  expiry_unreadable: {
    title: { vi: 'Không đọc được ngày hết hạn', en: 'The expiry could not be read' },
    means: {
      vi: 'Bản ghi mang đúng mã, nhưng sau expiry= không phải là một ngày như 2026-12-31 hoặc chữ never.',
      en: 'The record has the right code, but expiry= is not followed by a day such as 2026-12-31 or the word never.',
    },
    todo: replaceIt,
  },
  no_address: {
    title: { vi: 'Tên miền chưa có địa chỉ', en: 'The domain has no address' },
    means: {
      vi: 'Tên miền này không tồn tại, hoặc chưa trỏ đến máy chủ nào.',
      en: 'This domain does not exist, or it points to no server.',
    },
    todo: {
      vi: 'Hãy xem lại chính tả, hạn đăng ký tên miền, và bản ghi A hoặc AAAA.',
      en: 'See to its spelling, its registration, and its A or AAAA record.',
    },
  },
  not_there: {
    title: { vi: 'Chưa có gì ở địa chỉ này', en: 'There is nothing at this address' },
    means: {
      vi: 'Máy chủ trả lời rằng ở địa chỉ này không có gì (404 hoặc 410).',
      en: 'The server says that there is nothing at this address (404 or 410).',
    },
    todo: openIt,
  },
  other_status: {
    title: { vi: 'Máy chủ không đưa ra trang', en: 'The server did not give the page' },
    means: {
      vi: 'Máy chủ trả lời, nhưng không phải bằng mã 200 và nội dung của trang.',
      en: 'The server answered, but not with status 200 and the content of the page.',
    },
    todo: openIt,
  },
  wrong_type: {
    title: { vi: 'Sai kiểu nội dung', en: 'The type of content is wrong' },
    means: {
      vi: 'Máy chủ gửi nội dung ở kiểu khác. Tệp phải là text/plain; trang có thẻ hoặc liên kết phải là text/html.',
      en: 'The server sends another type of content. A file must be text/plain; a page with a tag or a link must be text/html.',
    },
    todo: {
      vi: 'Hãy đặt kiểu nội dung ở máy chủ, rồi kiểm tra lại. Nhiều nơi tự chọn đúng kiểu khi tệp được tải lên nguyên vẹn.',
      en: 'Set the type at the server, then check again. Most choose the right type when the file is uploaded as it is.',
    },
  },
  other_content: {
    title: { vi: 'Nội dung không phải là mã', en: 'The content is not the code' },
    means: {
      vi: 'Ở đúng chỗ có nội dung, nhưng không phải là một mã của sổ.',
      en: 'There is something in the right place, but it is no code of the register.',
    },
    todo: {
      vi: 'Hãy để ở đó đúng giá trị ở dòng “Cần có”, không thêm gì khác, rồi kiểm tra lại.',
      en: 'Put there exactly the value at “Expected” and nothing else, then check again.',
    },
  },
  no_tag: {
    title: { vi: 'Chưa thấy thẻ trong đầu trang', en: 'The tag is not in the head' },
    means: {
      vi: 'Trang mở được, nhưng phần đầu trang (head) chưa có thẻ này.',
      en: 'The page opens, but this tag is not in its head.',
    },
    todo: {
      vi: 'Hãy đặt thẻ giữa <head> và </head>, không nằm trong chú thích hay đoạn mã. Nếu trang có bộ nhớ tạm, hãy xóa bộ nhớ tạm rồi kiểm tra lại.',
      en: 'Put the tag between <head> and </head>, not inside a comment or a script. If the page is cached, clear the cache, then check again.',
    },
  },
  no_link: {
    title: { vi: 'Chưa thấy liên kết', en: 'There is no link yet' },
    means: {
      vi: 'Trang mở được, nhưng không có liên kết rel="me" nào về trang của anh/chị trong sổ.',
      en: 'The page opens, but no link with rel="me" leads to your page in the register.',
    },
    todo: {
      vi: 'Hãy thêm đúng liên kết ở dòng “Cần có”, lưu lại rồi kiểm tra lại. Liên kết hiện ra sau bằng JavaScript thì sổ không thấy.',
      en: 'Add the link at “Expected”, save, then check again. A link that JavaScript adds later is not seen.',
    },
  },
  no_code: {
    title: { vi: 'Chưa thấy mã trong hồ sơ', en: 'The profile holds no code' },
    means: {
      vi: 'Đọc được phần giới thiệu của tài khoản, nhưng trong đó chưa có mã nào của sổ.',
      en: 'The description of the account could be read, and holds no code of the register.',
    },
    todo: {
      vi: 'Hãy dán mã ở dòng “Cần có” vào phần giới thiệu, lưu lại rồi kiểm tra lại.',
      en: 'Paste the code at “Expected” into the description, save, then check again.',
    },
  },
  other_code: {
    title: { vi: 'Hồ sơ có một mã khác', en: 'The profile holds another code' },
    means: {
      vi: 'Trong phần giới thiệu có một mã của sổ, nhưng không phải mã của lần xác minh này.',
      en: 'The description holds a code of the register, but not the one of this proof.',
    },
    todo: replaceIt,
  },
  no_account: {
    title: { vi: 'Không có tài khoản này', en: 'There is no such account' },
    means: {
      vi: 'Nền tảng trả lời rằng không có tài khoản nào mang tên này.',
      en: 'The platform says that no account has this name.',
    },
    todo: {
      vi: 'Hãy xem tài khoản có đang bị khóa hoặc đã đổi tên không. Nếu đã đổi tên, hãy khai báo địa chỉ mới.',
      en: 'See whether the account is locked or was renamed. If it was renamed, declare its new address.',
    },
  },
  other_account: {
    title: { vi: 'Tên này nay thuộc tài khoản khác', en: 'This name belongs to another account now' },
    means: {
      vi: 'Số định danh của tài khoản không phải số đã được xác minh hoặc khai báo trước đây.',
      en: 'The permanent id of the account is not the one that was proven or declared before.',
    },
    todo: {
      vi: 'Hãy xem có ai đã lấy tên này sau khi anh/chị đổi tên không, rồi báo cán bộ phụ trách.',
      en: 'See whether somebody took this name after you had renamed yours, and tell the officer of your unit.',
    },
  },
  two_accounts: {
    title: { vi: 'Hai nơi chỉ về hai tài khoản', en: 'Two places name two accounts' },
    means: {
      vi: 'Bản ghi DNS và tệp trên máy chủ của tên này chỉ về hai tài khoản khác nhau.',
      en: 'The DNS record and the file on the server of this name lead to two different accounts.',
    },
    todo: {
      vi: 'Hãy sửa để cả hai chỉ về một tài khoản, hoặc xóa một trong hai.',
      en: 'Make both lead to the same account, or delete one of them.',
    },
  },
  not_claimed_back: {
    title: { vi: 'Tài khoản không nhận tên này', en: 'The account does not claim this name' },
    means: {
      vi: 'Tên chỉ về một tài khoản, nhưng tài khoản ấy lại mang tên khác.',
      en: 'The name leads to an account, and that account says that its name is another.',
    },
    todo: {
      vi: 'Hãy đặt tên này trong phần cài đặt của tài khoản, hoặc khai báo đúng tên tài khoản đang dùng.',
      en: 'Set this name in the settings of the account, or declare the name that the account uses.',
    },
  },
  not_this_account: {
    title: { vi: 'Đây là tài khoản khác', en: 'This is another account' },
    means: {
      vi: 'Anh/chị đã đăng nhập, nhưng vào một tài khoản khác với tài khoản đã khai. Sổ không giữ tên tài khoản đó.',
      en: 'You signed in, but to another account than the one you declared. The register does not keep its name.',
    },
    todo: {
      vi: 'Hãy thoát tài khoản đó ở trang của nhà cung cấp, rồi đăng nhập lại bằng tài khoản đã khai.',
      en: 'Sign out of it at the provider, then sign in again with the account you declared.',
    },
  },
  renamed: {
    title: { vi: 'Tài khoản đã đổi tên', en: 'The account has another name now' },
    means: {
      vi: 'Đây đúng là tài khoản đã xác minh lần trước, nhưng nay nó mang tên khác với tên đã khai.',
      en: 'It is the account that was proven before, but by now it has another name than the one declared.',
    },
    todo: {
      vi: 'Hãy khai báo địa chỉ mới của tài khoản, hoặc đổi lại tên cũ rồi đăng nhập lần nữa.',
      en: 'Declare the new address of the account, or take the old name back and sign in once more.',
    },
  },
  moved: {
    title: { vi: 'Địa chỉ này dẫn sang trang khác', en: 'This address leads to another page' },
    means: {
      vi: 'Trang đã khai dẫn sang trang ở dòng “Ở đâu”. Thẻ hay liên kết ở trang đó không xác minh được trang đã khai.',
      en: 'The declared page leads to the one at “Where”. A tag or a link on that page does not prove the declared one.',
    },
    todo: {
      vi: 'Hãy đặt ở chính trang đã khai, chọn cách khác, hoặc khai báo địa chỉ mới.',
      en: 'Put it on the declared page itself, choose another way, or declare the new address.',
    },
  },
}

const couldNot: Text = { vi: 'Lần này chưa kiểm tra được', en: 'It could not be checked this time' }
const silent = (means: Text, todo: Text): ReasonWords => ({ title: couldNot, means, todo })

/** Nobody could tell. No sentence here says "no". */
const silences: Record<Silenced, ReasonWords> = {
  malformed: silent(
    { vi: 'Máy chủ trả lời không đúng cách của một trang web.', en: 'The server did not answer as a web server does.' },
    askHost,
  ),
  bad_scheme: silent(
    {
      vi: 'Máy chủ dẫn sang một địa chỉ không phải của trang web.',
      en: 'The server leads to an address that is no web address.',
    },
    redirectTodo,
  ),
  bad_port: silent(
    {
      vi: 'Máy chủ dẫn sang một cổng khác 80 và 443. Sổ không đi theo.',
      en: 'The server leads to a port other than 80 and 443. The register does not follow.',
    },
    redirectTodo,
  ),
  credentials: silent(
    {
      vi: 'Máy chủ dẫn sang một địa chỉ có kèm tên và mật khẩu. Sổ không đi theo.',
      en: 'The server leads to an address with a name and password in it. The register does not follow.',
    },
    redirectTodo,
  ),
  address_not_public: silent(
    {
      vi: 'Tên miền trỏ đến một địa chỉ nội bộ, không nằm trên mạng công cộng. Sổ không kết nối tới đó.',
      en: 'The domain points to an internal address, not to the public network. The register does not connect to it.',
    },
    {
      vi: 'Hãy trỏ tên miền đến một máy chủ công cộng, hoặc chọn cách khác (với trang web: bản ghi DNS).',
      en: 'Let the domain point to a public server, or choose another way (for a website: a DNS record).',
    },
  ),
  connection_refused: silent(
    { vi: 'Máy chủ không nhận kết nối.', en: 'The server accepts no connection.' },
    {
      vi: 'Hãy xem máy chủ web có đang chạy và có mở cổng 443 (https) không.',
      en: 'See whether the web server runs and opens port 443 (https).',
    },
  ),
  connection_failed: silent(
    { vi: 'Kết nối tới máy chủ bị đứt giữa chừng.', en: 'The connection to the server broke off.' },
    tryLater,
  ),
  certificate: silent(
    {
      vi: 'Chứng chỉ của máy chủ đã hết hạn, hoặc không phải của tên miền này.',
      en: 'The certificate of the server has expired, or is not for this domain.',
    },
    {
      vi: 'Hãy gia hạn hoặc sửa chứng chỉ https, hoặc chọn cách khác (với trang web: bản ghi DNS).',
      en: 'Renew or mend the https certificate, or choose another way (for a website: a DNS record).',
    },
  ),
  tls_handshake: silent(
    {
      vi: 'Máy chủ không mở được kết nối an toàn (https).',
      en: 'The server could not open a secure connection (https).',
    },
    {
      vi: 'Hãy bật https cho tên miền này, hoặc chọn cách khác (với trang web: bản ghi DNS).',
      en: 'Turn on https for this domain, or choose another way (for a website: a DNS record).',
    },
  ),
  redirect_outside: silent(
    {
      vi: 'Máy chủ dẫn sang một tên miền khác. Sổ không đi theo.',
      en: 'The server leads to another domain. The register does not follow.',
    },
    redirectTodo,
  ),
  redirect_downgrade: silent(
    {
      vi: 'Máy chủ dẫn từ https về http. Sổ không đi theo.',
      en: 'The server leads from https back to http. The register does not follow.',
    },
    redirectTodo,
  ),
  too_many_redirects: silent(
    { vi: 'Máy chủ dẫn đi hơn ba lần.', en: 'The server leads on more than three times.' },
    redirectTodo,
  ),
  too_large: silent(
    {
      vi: 'Phần cần đọc của trang dài hơn 1 MB, sổ không đọc hết.',
      en: 'What has to be read of the page is longer than 1 MB and was not read to its end.',
    },
    {
      vi: 'Hãy đặt thẻ hoặc liên kết gần đầu trang, hoặc chọn cách khác.',
      en: 'Put the tag or the link near the beginning of the page, or choose another way.',
    },
  ),
  encoding: silent(
    {
      vi: 'Máy chủ gửi nội dung nén mà sổ không yêu cầu.',
      en: 'The server sent compressed content that was not asked for.',
    },
    askHost,
  ),
  timeout: silent({ vi: 'Máy chủ trả lời quá chậm.', en: 'The server took too long.' }, tryLater),
  rate_limited: silent(
    {
      vi: 'Sổ đang hỏi máy chủ này về nhiều trang khác, nên chưa đến lượt.',
      en: 'The register is asking this server about other pages, so the turn did not come.',
    },
    tryLater,
  ),
  dns_timeout: silent(
    { vi: 'Máy chủ phân giải tên miền không trả lời.', en: 'The resolver of domain names did not answer.' },
    tryLater,
  ),
  dns_refused: silent(
    {
      vi: 'Máy chủ phân giải từ chối trả lời về tên miền này.',
      en: 'The resolver refused to answer about this domain.',
    },
    askHost,
  ),
  dns_servfail: silent(
    {
      vi: 'Máy chủ phân giải gặp lỗi với tên miền này, có thể do chữ ký DNSSEC sai.',
      en: 'The resolver failed on this domain, perhaps because of a wrong DNSSEC signature.',
    },
    {
      vi: 'Hãy thử lại sau ít phút. Nếu vẫn vậy, hãy nhờ nơi quản lý tên miền kiểm tra máy chủ tên và DNSSEC.',
      en: 'Try again in a few minutes. If it is the same, have the name servers and DNSSEC looked at.',
    },
  ),
  dns_disagree: silent(
    {
      vi: 'Hai máy chủ phân giải trả lời khác nhau. Thường là vì thay đổi vừa được lưu.',
      en: 'Two resolvers gave different answers, most often because a change was just saved.',
    },
    { vi: 'Hãy kiểm tra lại sau một giờ.', en: 'Check again in an hour.' },
  ),
  dns_network: silent(
    { vi: 'Sổ không liên lạc được với máy chủ phân giải.', en: 'The register could not reach its resolver.' },
    tryLater,
  ),
  server_error: silent({ vi: 'Máy chủ đang gặp lỗi (mã 5xx).', en: 'The server has an error (status 5xx).' }, tryLater),
  server_busy: silent(
    {
      vi: 'Máy chủ đang bận, hoặc đã được hỏi quá nhiều, và bảo sổ đợi.',
      en: 'The server is busy, or was asked too often, and wants the register to wait.',
    },
    tryLater,
  ),
  unreadable: silent(
    {
      vi: 'Nơi được hỏi trả lời theo cách mà sổ không đọc được.',
      en: 'What was asked answered in a way that the register cannot read.',
    },
    tryLater,
  ),
  sign_in_invalid: silent(
    {
      vi: 'Lần đăng nhập này không khớp với lần đã bắt đầu ở sổ, hoặc lời của nhà cung cấp không đáng tin, nên sổ không dùng.',
      en: 'This sign-in does not match the one begun here, or the word of the provider does not hold, so it was not used.',
    },
    {
      vi: 'Hãy bắt đầu đăng nhập lại từ trang của sổ. Nếu vẫn vậy, hãy báo người quản trị sổ.',
      en: 'Begin again from the page of the register. If it is the same again, tell whoever runs the register.',
    },
  ),
  provider_elsewhere: silent(
    {
      vi: 'Nhà cung cấp dẫn sổ sang một máy chủ mà người quản trị sổ chưa ghi trong phần cài đặt.',
      en: 'The provider leads to a server that whoever runs the register has not named in the settings.',
    },
    {
      vi: 'Hãy báo người quản trị sổ ghi thêm máy chủ đó, hoặc chọn cách khác.',
      en: 'Ask whoever runs the register to name that server, or choose another way.',
    },
  ),
  no_sign_in_here: silent(
    {
      vi: 'Máy chủ của tài khoản không cho phần mềm khác dùng cách đăng nhập này.',
      en: 'The server of the account does not offer this way of signing in to other software.',
    },
    {
      vi: 'Hãy chọn cách khác, ví dụ ghi một mã vào phần giới thiệu.',
      en: 'Choose another way, for instance a code in the profile.',
    },
  ),
  closed_to_us: silent(
    {
      vi: 'Máy chủ không cho sổ đọc địa chỉ này (mã 401 hoặc 403), có thể do tường lửa chặn chương trình tự động.',
      en: 'The server does not let the register read this address (status 401 or 403), perhaps because a firewall stops programs.',
    },
    {
      vi: 'Hãy mở địa chỉ này cho mọi người, hoặc chọn cách khác.',
      en: 'Open this address to everyone, or choose another way.',
    },
  ),
}

export const reasonWords: Readonly<Record<Absence | Silenced, ReasonWords>> = { ...absences, ...silences }

/** The words of a stored reason; undefined for one of an older version. */
export const wordsOf = (reason: string): ReasonWords | undefined =>
  Object.hasOwn(reasonWords, reason) ? reasonWords[reason as Absence | Silenced] : undefined
