import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  aboutTitle: { vi: 'Sổ này lưu gì', en: 'What this register stores' },
  aboutLead: {
    vi: 'Sổ đăng ký ghi tài khoản, không ghi ý kiến.',
    en: 'It registers accounts, never opinions.',
  },
  storedTitle: { vi: 'Sổ lưu', en: 'It stores' },
  stored1: {
    vi: 'Địa chỉ trang và tài khoản mà chủ trang tự khai.',
    en: 'The addresses of pages and accounts, as their owners declare them.',
  },
  stored2: {
    vi: 'Ai quản lý trang, dùng từ khi nào, ai được biết.',
    en: 'Who manages the page, since when, and who may know.',
  },
  stored3: {
    vi: 'Kết quả mỗi lần xác minh: có hay không, lúc nào, ở đâu, vì sao.',
    en: 'The result of each check: found or not, when, where and why.',
  },
  stored4: {
    vi: 'Mỗi lần có người khác mở hồ sơ: ai, lúc nào, để làm gì. Chủ hồ sơ xem được ngay.',
    en: 'Each time somebody else opens a record: who, when and why. Its owner sees it at once.',
  },
  notStoredTitle: { vi: 'Sổ không lưu', en: 'It does not store' },
  not1: {
    vi: 'Bài viết, bình luận, hình ảnh, số người theo dõi.',
    en: 'Posts, comments, pictures, numbers of followers.',
  },
  not2: { vi: 'Nhận xét, điểm số hay xếp hạng về bất kỳ ai.', en: 'Remarks, scores or rankings of anyone.' },
  not3: {
    vi: 'Mật khẩu. Mọi người đăng nhập bằng khóa trên thiết bị của mình.',
    en: 'Passwords. People sign in with a passkey on their own device.',
  },
  not4: { vi: 'Câu hỏi của người dân: hỏi trang nào, ai hỏi.', en: 'What the public asks: which page, and who asked.' },
  seenTitle: { vi: 'Ai xem được gì', en: 'Who sees what' },
  seen1: {
    vi: 'Mọi trang đều riêng tư cho đến khi chủ trang chọn cho hỏi công khai. Người ngoài hỏi về trang riêng tư nhận đúng câu trả lời như với trang sổ chưa từng biết.',
    en: 'Every page is private until its owner lets it answer in public. Who asks about a private page gets exactly the answer given for a page the register has never heard of.',
  },
  seen2: {
    vi: 'Cán bộ phụ trách thấy danh sách đơn vị mình. Muốn mở hồ sơ của một người phải chọn mục đích trước, và người đó thấy dòng ghi lần xem.',
    en: 'An officer sees the list of their own unit. To open one person’s record they choose a purpose first, and the person sees the entry.',
  },
  seen3: {
    vi: 'Khi kiểm tra xác minh, sổ chỉ đọc đúng chỗ đặt mã, rồi bỏ nội dung đã đọc.',
    en: 'A proof check reads the one place where the token is, and drops what it read.',
  },
  helpTitle: { vi: 'Trợ giúp', en: 'Help' },
  askTitle: { vi: 'Muốn biết một trang có thật không', en: 'To know whether a page is really theirs' },
  ask: {
    vi: 'Dán địa chỉ trang vào ô ở trang đầu. Sổ không tìm theo tên người. “Chưa có xác nhận công khai” không có nghĩa là trang giả.',
    en: 'Paste its address on the front page. The register does not search by name. “No public confirmation” does not mean that a page is fake.',
  },
  toFront: { vi: 'Về trang hỏi', en: 'To the question' },
  signTitle: { vi: 'Không đăng nhập được', en: 'You cannot sign in' },
  sign: {
    vi: 'Mất điện thoại hoặc khóa đăng nhập: gặp cán bộ phụ trách của đơn vị. Cán bộ đưa mã một lần, dùng trong 15 phút, cả trên máy không chạy JavaScript.',
    en: 'If you lost your phone or passkey, see your unit’s officer. They give you a one-use code for 15 minutes, which works without JavaScript too.',
  },
  toCode: { vi: 'Đăng nhập bằng mã một lần', en: 'Sign in with a one-use code' },
  inviteTitle: { vi: 'Chưa có tài khoản', en: 'You have no account yet' },
  invite: {
    vi: 'Cán bộ phụ trách gửi giấy mời có liên kết và mã QR. Giấy mời dùng một lần, trong 7 ngày.',
    en: 'Your unit’s officer sends you an invitation with a link and a QR code. It works once, within 7 days.',
  },
  levelTitle: { vi: 'Bốn mức xác nhận', en: 'The four levels' },
  scamTitle: { vi: 'Trang xin tiền hoặc thông tin cá nhân', en: 'A page asks for money or personal details' },
  scam: {
    vi: 'Đừng trả lời trên trang đó. Gọi cho cơ quan của người được nêu tên, theo số đã biết từ trước.',
    en: 'Do not answer on that page. Call the office of the person it names, on a number you already know.',
  },
})
