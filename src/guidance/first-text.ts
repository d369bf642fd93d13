// The first text: what this register is, what it is not, and what anybody in it may ask for. It comes with the register; the organisation's
// administrators bring out the next version.
export const firstTitle = {
  vi: 'Sổ Chính Danh: là gì và quyền của anh/chị',
  en: 'This register: what it is, and your rights',
}

export const firstText = {
  vi: `Sổ này ghi các trang và tài khoản mạng xã hội mà anh/chị **tự đứng tên**, để người khác hỏi được một câu: *trang này có đúng là của người ấy không?* Nhờ vậy trang giả mạo khó lừa ai, và khi trang bị chiếm, có người giúp ngay.

## Anh/chị cần làm gì

1. **Khai báo** từng trang: dán đường dẫn, kiểm tra, gửi. Không có trang nào thì chọn *Tôi không có trang nào*.
2. **Xác minh** nếu anh/chị muốn người khác thấy trang là thật. Cách làm ghi ngay trên màn hình.
3. **Giữ cho đúng**: đổi tên trang, bỏ trang, mất trang thì sửa trong sổ.
4. **Bấm báo ngay** khi trang bị chiếm hoặc có người giả mạo.

Trang của anh/chị là của anh/chị. Đừng cho mượn, cho thuê, bán hay nhờ người khác đứng tên.

## Sổ này không làm gì

- Không đọc, không lưu, không chấm điểm những gì anh/chị viết.
- Không theo dõi lượt xem, người theo dõi, hay ý kiến.
- Không xóa, không ẩn bình luận, không giao việc đăng bài.
- Không nhận báo cáo về *nội dung* ai đó đã viết.

Khi xác minh, máy chỉ đọc đúng chỗ có mã xác minh, và chỉ giữ lại *thấy* hoặc *không thấy*, vào lúc nào.

## Ai thấy được gì

- Mới khai báo thì **chỉ mình anh/chị** thấy. Muốn cho người khác hỏi được hay không là do anh/chị chọn, từng trang một, và đổi lại lúc nào cũng được.
- Cán bộ phụ trách của đơn vị thấy anh/chị đã khai hay chưa, có mấy trang. Muốn mở xem địa chỉ thì phải ghi lý do, và **anh/chị thấy ngay** ai đã xem, lúc nào, vì sao.
- Cấp trên chỉ thấy con số, không thấy ai cụ thể.
- Xem mục *Ai đã xem* để biết; thấy lạ thì bấm *Hỏi vì sao*, đơn vị cấp trên phải trả lời trong hai ngày làm việc.

## Quyền của anh/chị

- Xem và mang về toàn bộ những gì sổ ghi về mình.
- Yêu cầu sửa chỗ sai.
- Yêu cầu ngừng dùng, hoặc phản đối.
- Khi rời tổ chức, yêu cầu xóa.

Có gì chưa rõ, hãy hỏi cán bộ phụ trách của đơn vị. Không ai có quyền xin mật khẩu của anh/chị; sổ này cũng không bao giờ hỏi.`,
  en: `This register holds the pages and social-media accounts that you run **under your own name**, so that others can ask one thing: *is this page really theirs?* It makes a false page less likely to deceive, and brings help at once when a page is stolen.

## What you do

1. **Declare** each page: paste its address, check it, send it. If you have none, choose *I have none*.
2. **Prove** it, if you want others to see that it is real. How is said on the screen.
3. **Keep it true**: when a page is renamed, given up or lost, change it here.
4. **Press the button at once** when a page is stolen, or somebody imitates you.

Your page is yours. Do not lend, rent or sell it, and do not run one for somebody else under your name.

## What this register does not do

- It does not read, keep or score what you write.
- It does not follow views, followers or opinions.
- It does not remove or hide comments, and hands out no posts.
- It takes no report about *what somebody wrote*.

When a page is proven, the register reads the one place where the code is, and keeps *found* or *not found*, and when.

## Who sees what

- What you have declared **you alone** see at first. Whether others may ask about it you choose, page by page, and may change at any time.
- The officer of your unit sees whether you have declared, and how many pages. To open the addresses they must state why, and **you see at once** who looked, when, and why.
- Levels above see figures, and nobody in particular.
- *Who looked* shows it all. Where something seems odd, press *Ask why*: the unit above has two working days to answer.

## Your rights

- To see and take with you everything that the register holds about you.
- To have mistakes corrected.
- To ask that it is no longer used, or to object.
- When you leave, to ask that it is erased.

If something is not clear, ask the officer of your unit. Nobody may ask for your passwords, and this register never does.`,
} as const
