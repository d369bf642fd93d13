import { bothLanguages } from '../web/index.ts'

export const words = bothLanguages({
  title: { vi: 'Thiết lập sổ đăng ký', en: 'Set up the register' },
  lead: {
    vi: 'Hai câu hỏi, rồi anh/chị tạo khóa đăng nhập. Đơn vị và thành viên được thêm sau.',
    en: 'Two questions, then you make your passkey. Units and members are added later.',
  },
  organisation: { vi: 'Tên tổ chức', en: 'Name of the organisation' },
  organisationHint: {
    vi: 'Hiện ở đầu mỗi trang: “Sổ đăng ký của …”.',
    en: 'Shown at the top of every page: “Register of …”.',
  },
  name: { vi: 'Họ và tên của anh/chị', en: 'Your full name' },
  nameHint: {
    vi: 'Anh/chị là người quản trị đầu tiên. Người quản trị giữ đơn vị, vai trò và cài đặt, không xem khai báo của ai.',
    en: 'You become the first administrator. Administrators keep units, roles and settings, and see nobody’s declarations.',
  },
  next: { vi: 'Tiếp tục: tạo khóa đăng nhập', en: 'Continue: make a passkey' },
  organisationMissing: { vi: 'Hãy nhập tên tổ chức', en: 'Enter the name of the organisation' },
  nameMissing: { vi: 'Hãy nhập họ và tên', en: 'Enter your full name' },
  tooLong: { vi: 'Nhiều nhất 200 ký tự', en: 'At most 200 characters' },
  sampleTitle: { vi: 'Xem thử trước', en: 'Look around first' },
  sampleText: {
    vi: 'Mở một sổ mẫu riêng với người và trang không có thật. Không thư nào được gửi đi. Khi kết thúc dùng thử, sổ mẫu bị xóa, và đường dẫn thiết lập này vẫn dùng được.',
    en: 'Opens a separate register with made-up people and pages. No mail is sent. When you end it, it is deleted, and this set-up link still works.',
  },
  sampleButton: { vi: 'Xem thử với dữ liệu mẫu', en: 'Explore with sample data' },
})

/** Unknown and used look alike: a guess learns nothing. */
export const answers = {
  set_up_link_dead: {
    status: 404,
    title: { vi: 'Đường dẫn thiết lập không còn dùng được', en: 'This set-up link is no longer good' },
    detail: {
      vi: 'Nếu sổ đã thiết lập xong, hãy đăng nhập. Nếu chưa, hãy khởi động lại sổ: đường dẫn mới hiện trong cửa sổ dòng lệnh.',
      en: 'If the register is set up, sign in. If not, start it again: a new link is shown on the console.',
    },
  },
  set_up_during_sample: {
    status: 404,
    title: { vi: 'Đang xem thử với dữ liệu mẫu', en: 'Sample data is open' },
    detail: {
      vi: 'Hãy kết thúc dùng thử bằng nút ở đầu trang, rồi mở lại đường dẫn thiết lập.',
      en: 'End the sample with the button at the top of the page, then open the set-up link again.',
    },
  },
  sample_not_offered: {
    status: 409,
    title: { vi: 'Không còn xem thử được', en: 'Sample data is no longer offered' },
    detail: {
      vi: 'Sổ này đã có người. Dữ liệu mẫu chỉ mở được khi sổ còn trống.',
      en: 'There are people in this register. Sample data opens only while it is empty.',
    },
  },
} as const
