import { bothLanguages } from '../../web/words.ts'

/** What is said before and after signing in elsewhere. */
export const words = bothLanguages({
  lead: {
    vi: 'Anh/chị đăng nhập ở trang của nhà cung cấp, không phải ở sổ. Xong, trình duyệt tự quay lại đây.',
    en: 'You sign in on the page of the provider, not here. After that the browser comes back by itself.',
  },
  at: { vi: (name: string) => `Đăng nhập ở ${name}`, en: (name: string) => `Sign in at ${name}` },
  what: { vi: 'Sổ nhận được gì?', en: 'What is the register told?' },
  whatText: {
    vi: 'Chỉ tên và số định danh của tài khoản. Sổ không đọc bài viết, không đăng gì, và trả lại quyền ngay sau đó. Nhà cung cấp sẽ biết rằng tài khoản này dùng sổ.',
    en: 'Only the name and number of the account. It reads no posts, writes nothing, and gives the access back at once. The provider will know that this account uses the register.',
  },
  youtube: {
    vi: 'Google hỏi quyền “xem tài khoản YouTube”, quyền nhỏ nhất có tên kênh. Nếu có nhiều kênh, hãy chọn đúng kênh đã khai.',
    en: 'Google asks for the right to “view your YouTube account”, the smallest one that tells the name of a channel. If you have several, choose the channel you declared.',
  },
  tenMinutes: {
    vi: 'Từ lúc bấm, anh/chị có mười phút.',
    en: 'You have ten minutes from the moment you press.',
  },
  foundTitle: { vi: 'Đã xác minh', en: 'Proven' },
  foundLead: {
    vi: 'Anh/chị đã đăng nhập vào đúng tài khoản này. Sổ không giữ quyền nào ở đó.',
    en: 'You signed in to this very account. The register keeps no right to it.',
  },
  account: { vi: 'Tài khoản đã khai', en: 'Declared account' },
  signedInAt: { vi: 'Đăng nhập ở', en: 'Signed in at' },
  when: { vi: 'Lúc', en: 'When' },
  again: { vi: 'Đăng nhập lại', en: 'Sign in again' },
  tryLater: {
    vi: 'Hãy thử lại sau ít phút, hoặc chọn cách khác.',
    en: 'Try again in a few minutes, or choose another way.',
  },
  saysNothing: {
    vi: 'Kết quả này không nói gì về anh/chị và không tính là một lần sai.',
    en: 'This says nothing about you and does not count against you.',
  },
  nowhere: {
    vi: 'Hiện sổ không có nơi nào để đăng nhập vào tài khoản này. Hãy chọn cách khác.',
    en: 'The register has no place at the moment to sign in to this account. Choose another way.',
  },
  cancelledTitle: { vi: 'Anh/chị đã dừng việc đăng nhập', en: 'You stopped signing in' },
  cancelledText: {
    vi: 'Sổ không nhận được gì và không có gì thay đổi. Anh/chị có thể đăng nhập lại, hoặc chọn cách khác.',
    en: 'The register was told nothing, and nothing has changed. You can sign in again, or choose another way.',
  },
  overTitle: { vi: 'Lần đăng nhập này đã hết', en: 'This sign-in is over' },
  overText: {
    vi: 'Mỗi lần đăng nhập chỉ dùng được một lần, trong mười phút, bởi người đã bắt đầu. Không có gì thay đổi. Hãy bắt đầu lại từ trang của sổ.',
    en: 'A sign-in can be used once, within ten minutes, by whoever began it. Nothing has changed. Begin again from the page of the register.',
  },
  startAgain: { vi: 'Bắt đầu lại', en: 'Begin again' },
  myPages: { vi: 'Về các trang của tôi', en: 'To my pages' },
})
