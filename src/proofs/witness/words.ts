import { bothLanguages } from '../../web/words.ts'

/** What is said to the person who shows an account, and to the officer who looks. */
export const words = bothLanguages({
  // the person
  waitingTitle: { vi: 'Chờ cán bộ phụ trách xem', en: 'Waiting for an officer to look' },
  waitingLead: {
    vi: (number: string) =>
      `Yêu cầu ${number} đã gửi. Anh/chị cho cán bộ phụ trách xem tài khoản, gặp trực tiếp hoặc gọi video. Trang đạt mức\u00a01.`,
    en: (number: string) =>
      `Request ${number} was sent. You show the account to an officer, in person or in a video call. The page reaches level\u00a01.`,
  },
  stepMeet: { vi: 'Hẹn với cán bộ phụ trách', en: 'Arrange to meet the officer' },
  stepMeetText: {
    vi: (number: string) =>
      `Hãy báo số ${number}. Người xem là cán bộ phụ trách đơn vị của anh/chị; nếu đơn vị chưa có người xem được thì là cán bộ của đơn vị cấp trên gần nhất. Không ai tự xem cho mình.`,
    en: (number: string) =>
      `Say the number ${number}. It is the officer of your unit who looks; where there is none who may, the one of the nearest unit above. Nobody witnesses for themselves.`,
  },
  stepCode: { vi: 'Cán bộ đọc cho anh/chị một mã', en: 'The officer tells you a code' },
  stepCodeText: {
    vi: 'Mã dùng được 15 phút. Anh/chị nghe mã từ cán bộ, sổ không hiện mã ở đây.',
    en: 'It is good for 15 minutes. You hear it from the officer; it is not shown here.',
  },
  stepShow: { vi: 'Cho mã hiện trong tài khoản', en: 'Let the code show in the account' },
  stepShowText: {
    vi: 'Ghi mã vào nơi cán bộ mở tài khoản là thấy, ví dụ phần giới thiệu hoặc một tin. Xem xong thì xóa được ngay.',
    en: 'Put it where the officer sees it on opening the account, such as the description or a story. It may go right after.',
  },
  stepConfirm: { vi: 'Cán bộ ghi là đã thấy', en: 'The officer records having seen it' },
  stepConfirmText: {
    vi: 'Từ lúc đó trang có mức\u00a01. Anh/chị thấy tên và chức vụ người đã xem ở đây.',
    en: 'From then on the page has level\u00a01. You see here who looked, and their office.',
  },
  whatTheySee: { vi: 'Cán bộ thấy gì?', en: 'What does the officer see?' },
  whatTheySeeText: {
    vi: 'Tên, chức vụ, đơn vị của anh/chị và địa chỉ của trang này; không thấy các trang khác. Trước khi cho xem, sổ ghi một dòng mà anh/chị thấy ở mục Ai đã xem. Sổ giữ tên cán bộ, lúc xem và cách xem, không giữ ảnh nào.',
    en: 'Your name, office and unit, and the address of this page; none of your other pages. Before anything is shown a line is written that you see under Who looked. Kept are the name of the officer, when and how they looked; never a picture.',
  },
  withdraw: { vi: 'Rút yêu cầu', en: 'Take the request back' },
  withdrawnTitle: { vi: 'Đã rút yêu cầu', en: 'The request was taken back' },
  withdrawnText: {
    vi: 'Không cán bộ nào mở được yêu cầu này nữa. Anh/chị có thể xin lại.',
    en: 'No officer can open it any more. You can ask again.',
  },
  notSeenTitle: { vi: 'Cán bộ chưa thấy mã', en: 'The officer did not see the code' },
  notSeenText: {
    vi: (who: string, day: string) =>
      `${who}, ghi ngày ${day} là chưa thấy mã trong tài khoản. Mức của trang không đổi. Anh/chị có thể xin lại.`,
    en: (who: string, day: string) =>
      `${who}, recorded on ${day} that the code was not seen in the account. The level of the page has not changed. You can ask again.`,
  },
  askAgain: { vi: 'Xin xem lại', en: 'Ask again' },
  witnessedTitle: { vi: 'Đã có chứng kiến', en: 'Witnessed' },
  witnessedText: {
    vi: 'Cán bộ đã thấy mã trong chính tài khoản này. Mã có thể xóa đi.',
    en: 'An officer saw the code in this very account. The code may go.',
  },
  witness: { vi: 'Người chứng kiến', en: 'Witness' },
  how: { vi: 'Cách xem', en: 'How it was seen' },
  in_person: { vi: 'Gặp trực tiếp', en: 'In person' },
  video_call: { vi: 'Gọi video', en: 'Video call' },
  when: { vi: 'Lúc', en: 'When' },
  number: { vi: 'Số yêu cầu', en: 'Request' },
  secondOpen: {
    vi: (number: string) =>
      `Sổ đã rút thăm trang này để đơn vị cấp trên xem thêm một lần (yêu cầu ${number}). Cán bộ ở đó sẽ liên lạc với anh/chị, cách làm như lần đầu. Chưa xem thì mức vẫn giữ.`,
    en: (number: string) =>
      `The lot fell on this page: the unit above looks once more (request ${number}). An officer there will get in touch; it goes as the first time. The level holds, also if nobody looks.`,
  },
  secondSeen: { vi: 'Đơn vị cấp trên xem thêm', en: 'Second look by the unit above' },
  secondMissedTitle: { vi: 'Lần xem thêm chưa thấy mã', en: 'The second look did not see the code' },
  secondMissedText: {
    vi: (who: string, day: string, until: string) =>
      `${who}, xem thêm ngày ${day} mà chưa thấy mã trong tài khoản. Mức của trang vẫn giữ đến ${until}. Trước ngày đó, hãy cho cán bộ đơn vị của anh/chị xem lại; nếu không, mức của trang sẽ giảm.`,
    en: (who: string, day: string, until: string) =>
      `${who}, looked once more on ${day} and did not see the code in the account. The level holds until ${until}. Before then, show the account to the officer of your own unit again; otherwise the level falls.`,
  },
  endedText: {
    vi: 'Đơn vị cấp trên xem thêm mà không thấy mã, sau đó đơn vị của anh/chị cũng chưa thấy. Lần chứng kiến này không còn tính vào mức của trang. Anh/chị có thể xin lại, hoặc chọn cách khác.',
    en: 'The unit above looked once more and did not see the code, nor did your own unit after that. It no longer counts towards the level of the page. You can ask again, or choose another way.',
  },

  // the officer
  nav: { vi: 'Chứng kiến', en: 'Witness' },
  tasksTitle: { vi: 'Chờ chứng kiến', en: 'Waiting for a witness' },
  tasksLead: {
    vi: 'Thành viên xin cho xem tài khoản. Danh sách chỉ có số và đơn vị. Mở một yêu cầu thì sổ ghi một dòng, và người xin thấy dòng đó.',
    en: 'Members ask to show an account. The list has numbers and units only. Opening a request leaves a line, which the person sees.',
  },
  noTasks: { vi: 'Hiện không có yêu cầu nào.', en: 'There is no request at present.' },
  request: { vi: 'Yêu cầu', en: 'Request' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  askedAt: { vi: 'Xin lúc', en: 'Asked' },
  open: { vi: 'Mở', en: 'Open' },
  secondLook: { vi: 'xem thêm một lần', en: 'second look' },
  requestTitle: {
    vi: (number: string) => `Yêu cầu chứng\u00a0kiến ${number}`,
    en: (number: string) => `Request ${number}`,
  },
  introText: {
    vi: 'Mở ra sẽ thấy tên, chức vụ của người xin và địa chỉ của một trang. Việc của anh/chị là thấy một mã hiện trong chính tài khoản đó.',
    en: 'It opens the name and office of the person and the address of one page. Your part is to see a code appear in that very account.',
  },
  secondIntro: {
    vi: 'Đơn vị bên dưới đã chứng kiến trang này. Sổ rút thăm để đơn vị cấp trên xem thêm một lần. Nếu anh/chị không thấy, mức của trang chưa giảm: đơn vị đó được hỏi lại trước.',
    en: 'The unit below has witnessed this page, and the lot fell on it for a second look by the unit above. Should you not see it, the level does not fall yet: that unit is asked again first.',
  },
  willSee: { vi: 'Người xin sẽ thấy dòng này', en: 'The person will see this line' },
  purpose: { vi: 'Chứng kiến tài khoản', en: 'To witness an account' },
  line: {
    vi: (who: string, number: string) => `${who}. Xem tên và địa chỉ của một trang, yêu cầu ${number}.`,
    en: (who: string, number: string) => `${who}. Looked at the name and the address of one page, request ${number}.`,
  },
  openRequest: { vi: 'Mở yêu cầu', en: 'Open the request' },
  leave: { vi: 'Không mở nữa', en: 'Do not open it' },
  written: {
    vi: 'Lần mở này đã được ghi, người xin thấy ngay. Tải lại trang là mở lần nữa.',
    en: 'This opening was written down; the person sees it at once. Loading the page again opens it again.',
  },
  person: { vi: 'Người xin', en: 'Person' },
  office: { vi: 'Chức vụ', en: 'Office' },
  platform: { vi: 'Nền tảng', en: 'Platform' },
  address: { vi: 'Trang đã khai', en: 'Declared page' },
  website: { vi: 'Trang web', en: 'Website' },
  doMeet: { vi: 'Gặp trực tiếp hoặc gọi video với người này', en: 'Meet this person, or call by video' },
  doMeetText: {
    vi: 'Anh/chị phải nhận ra người xin. Ảnh chụp màn hình hay tin nhắn không tính.',
    en: 'You must recognise the person. A screenshot or a message does not count.',
  },
  doCode: { vi: 'Lấy mã và đọc cho người xin', en: 'Get a code and say it to the person' },
  doCodeText: {
    vi: 'Mã dùng được 15 phút. Người xin cho mã hiện trong tài khoản.',
    en: 'It is good for 15 minutes. The person lets it show in the account.',
  },
  doLook: { vi: 'Tự mở tài khoản trên máy của mình', en: 'Open the account yourself, on your own device' },
  doLookText: {
    vi: 'Đừng theo đường dẫn do người khác gửi. Thấy mã thì nhập lại địa chỉ nơi đã thấy.',
    en: 'Follow no link that somebody sends you. When you see the code, type the address at which you saw it.',
  },
  getCode: { vi: 'Lấy mã', en: 'Get a code' },
  newCode: { vi: 'Lấy mã mới', en: 'Get a new code' },
  codeTitle: { vi: 'Đọc mã này cho người xin', en: 'Say this code to the person' },
  goodUntil: { vi: (time: string) => `Dùng được đến ${time}.`, en: (time: string) => `Good until ${time}.` },
  code: { vi: 'Mã', en: 'Code' },
  sawTitle: { vi: 'Khi anh/chị đã thấy mã', en: 'When you have seen the code' },
  sawAt: { vi: 'Địa chỉ của tài khoản nơi thấy mã', en: 'Address of the account where you saw it' },
  sawAtHint: {
    vi: 'Chép từ thanh địa chỉ trên máy của anh/chị, hoặc dán đường dẫn quét được.',
    en: 'Copy it from the address bar of your own device, or paste a scanned link.',
  },
  sawHow: { vi: 'Thấy bằng cách nào', en: 'How did you see it' },
  statement: {
    vi: 'Bấm “Tôi đã thấy mã” là anh/chị xác nhận: chính mình thấy mã này trong tài khoản ở địa chỉ trên, khi người xin đang ở trước mặt hoặc trong cuộc gọi. Sổ giữ tên anh/chị, lúc này và cách xem; người xin thấy.',
    en: 'By pressing “I saw the code” you state that you yourself saw this code in the account at that address, with the person before you or in the call. Your name, the time and the way are kept, and the person sees them.',
  },
  saw: { vi: 'Tôi đã thấy mã', en: 'I saw the code' },
  sawNot: { vi: 'Tôi không thấy', en: 'I did not see it' },
  sawNotText: {
    vi: '“Tôi không thấy” đóng yêu cầu này. Người xin được báo và có thể xin lại.',
    en: '“I did not see it” closes this request. The person is told, and may ask again.',
  },
  openAgain: { vi: 'Xem lại trang đã khai', en: 'See the declared page again' },
  otherAddress: {
    vi: (read: string, left: number) =>
      `Sổ đọc được ${read}, không phải trang đã khai trong yêu cầu này. ${left > 0 ? `Còn nhập được ${left} lần với mã này.` : 'Hãy lấy mã mới.'}`,
    en: (read: string, left: number) =>
      `This was read as ${read}, which is not the page declared in this request. ${left > 0 ? `${left} ${left === 1 ? 'try is' : 'tries are'} left with this code.` : 'Get a new code.'}`,
  },
  mismatchTitle: { vi: 'Đây không phải trang đã khai', en: 'This is not the declared page' },
  mismatchText: {
    vi: 'Chưa có gì được ghi là đã thấy. Hãy xem lại từng chữ: tài khoản giả thường khác một chữ.',
    en: 'Nothing was recorded as seen. Look at each letter: an imitation often differs by one.',
  },
  post: {
    vi: 'Đây là đường dẫn của một bài đăng. Hãy nhập địa chỉ của chính tài khoản.',
    en: 'This is the link of a post. Give the address of the account itself.',
  },
  chooseHow: { vi: 'Hãy chọn đã thấy bằng cách nào.', en: 'Choose how you saw it.' },
  codeOverTitle: { vi: 'Mã không còn dùng được', en: 'The code is over' },
  codeOverText: {
    vi: 'Mã đã quá 15 phút, hoặc đã nhập sai năm lần. Chưa có gì được ghi. Hãy lấy mã mới rồi xem lại.',
    en: 'It is older than 15 minutes, or another address was given five times. Nothing was recorded. Get a new code and look again.',
  },
  doneTitle: { vi: 'Đã ghi lời chứng kiến', en: 'Your word was recorded' },
  doneText: {
    vi: 'Người xin thấy tên, chức vụ, đơn vị của anh/chị và lúc xem. Sổ không giữ ảnh nào.',
    en: 'The person sees your name, office and unit, and when you looked. No picture is kept.',
  },
  declinedTitle: { vi: 'Đã ghi là chưa thấy', en: 'It was recorded that you did not see it' },
  declinedText: { vi: 'Người xin được báo và có thể xin lại.', en: 'The person is told, and may ask again.' },
  declinedSecond: {
    vi: 'Người xin được báo. Mức của trang chưa giảm: đơn vị đã chứng kiến được hỏi lại trước.',
    en: 'The person is told. The level does not fall yet: the unit that witnessed it is asked again first.',
  },
  declinedLast: {
    vi: 'Người xin được báo. Lần chứng kiến trước không còn tính vào mức của trang.',
    en: 'The person is told. The earlier witness no longer counts towards the level of the page.',
  },
  toTasks: { vi: 'Về danh sách chờ chứng kiến', en: 'To the requests' },
})
