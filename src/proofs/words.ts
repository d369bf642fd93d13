import { bothLanguages } from '../web/words.ts'

/** What the pages of this room say. `\u00a0` joins a word to its figure, and the syllables of one Vietnamese word in headings. */
export const words = bothLanguages({
  // choosing
  chooseTitle: { vi: 'Chọn cách xác minh', en: 'Choose a way to prove it' },
  chooseLegend: { vi: 'Cách xác minh', en: 'Way to prove' },
  chooseHint: {
    vi: (n: number) =>
      n === 1
        ? 'Có một cách dùng được cho trang này.'
        : `Có ${['', '', 'hai', 'ba', 'bốn', 'năm', 'sáu'][n] ?? n} cách dùng được cho trang này. Chọn cách dễ nhất với anh/chị.`,
    en: (n: number) =>
      n === 1
        ? 'One way works for this page.'
        : `${n} ways work for this page. Choose the one that is easiest for you.`,
  },
  chooseOne: { vi: 'Chọn một cách xác minh', en: 'Choose a way to prove it' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  othersSee: { vi: 'Người khác có thấy gì không?', en: 'Does anyone see this?' },
  othersSeeToken: {
    vi: (label: string) =>
      `Bản ghi, tệp, thẻ: mã không nêu tên hay đơn vị của anh/chị, nhưng nhãn “${label}” cạnh mã cho người xem biết trang này dùng phần mềm của sổ. Mã dùng một lần xóa được ngay sau khi xác minh.`,
    en: (label: string) =>
      `Record, file, tag: the code names neither you nor your unit, but the label “${label}” beside it shows whoever looks there that the software of this register is in use for the page. A code that is used once may go right after the proof.`,
  },
  othersSeeCode: {
    vi: 'Mã trong phần giới thiệu: ai mở hồ sơ trong lúc đó đều thấy mã. Mã không nêu tên hay đơn vị, và xóa được ngay sau khi xác minh.',
    en: 'A code in the profile: whoever opens the profile meanwhile sees it. It names neither you nor your unit, and may go right after the proof.',
  },
  othersSeeLink: {
    vi: 'Liên kết: dẫn tới trang của anh/chị trong sổ, nên người xem biết trang này có trong sổ.',
    en: 'A link: it leads to your page in the register, so whoever looks there knows that this page is in it.',
  },
  othersSeeNothing: {
    vi: 'Đăng nhập: không để lại gì trên trang.',
    en: 'Signing in leaves nothing on the page.',
  },
  othersSeeWitness: {
    vi: 'Cho cán bộ phụ trách xem: mã không nêu tên ai, và chỉ cần hiện trong lúc xem.',
    en: 'Showing it to the officer: the code names nobody and needs to be there only while the officer looks.',
  },
  whyNoSignIn: {
    vi: 'Vì sao không có cách đăng nhập bằng tài khoản?',
    en: 'Why is there no way by signing in?',
  },
  whyNoSignInText: {
    vi: 'Cách đó cần nơi đăng nhập mà người quản trị sổ đã cài đặt, và chỉ có ở một số nền tảng. Sổ chỉ hiện những cách dùng được cho trang đang chọn.',
    en: 'That needs a provider that whoever runs the register has set up, and exists for some platforms only. The register shows only the ways that work for this page.',
  },
  unfinished: { vi: 'Đang làm dở', en: 'Begun already' },
  goOn: { vi: 'Làm tiếp', en: 'Go on' },
  seeTimeline: { vi: 'Các lần xác minh và kiểm tra', en: 'Proofs and checks so far' },
  backToPage: { vi: 'Về trang đã khai', en: 'Back to the declaration' },

  // what to publish
  stepOpenDns: { vi: 'Mở trang quản lý tên miền', en: 'Open the page where the domain is managed' },
  stepOpenDnsText: {
    vi: 'Đăng nhập nơi anh/chị mua tên miền, tìm mục DNS hoặc Bản ghi.',
    en: 'Sign in where you bought the domain and look for DNS or Records.',
  },
  stepAddRecord: { vi: 'Thêm một bản ghi mới với ba giá trị này', en: 'Add a new record with these three values' },
  recordType: { vi: 'Loại', en: 'Type' },
  recordName: { vi: 'Tên', en: 'Name' },
  recordNameHint: {
    vi: (host: string) => `Nếu nơi quản lý yêu cầu tên đầy đủ, thêm .${host} vào sau.`,
    en: (host: string) => `Where the full name is asked for, add .${host} behind it.`,
  },
  recordValue: { vi: 'Giá trị', en: 'Value' },
  stepDownload: { vi: 'Tải tệp về', en: 'Download the file' },
  stepDownloadText: {
    vi: 'Tệp không có đuôi. Hãy giữ nguyên tên và nội dung.',
    en: 'The file has no extension. Keep its name and content.',
  },
  download: { vi: 'Tải tệp xác minh', en: 'Download the proof file' },
  stepUpload: { vi: 'Đặt tệp vào đúng chỗ trên máy chủ', en: 'Put it into the right place on the server' },
  filePath: { vi: 'Đường dẫn', en: 'Path' },
  filePathHint: {
    vi: 'Thư mục .well-known bắt đầu bằng dấu chấm, nằm ở gốc của trang web. Nếu chưa có, hãy tạo mới.',
    en: 'The folder .well-known begins with a dot and lies at the root of the website. Make it if it is not there.',
  },
  fileBody: { vi: 'Nội dung tệp', en: 'Content of the file' },
  fileOpens: {
    vi: 'Khi xong, địa chỉ này phải mở ra đúng nội dung trên:',
    en: 'When done, this address must show that content:',
  },
  stepOpenPage: { vi: 'Mở phần sửa mã của trang', en: 'Open the code of the page' },
  stepOpenPageText: {
    vi: (url: string) => `Đúng trang này: ${url}. Thẻ ở trang khác không được tính.`,
    en: (url: string) => `Exactly this page: ${url}. A tag on another page does not count.`,
  },
  stepAddTag: { vi: 'Chép thẻ này vào giữa <head> và </head>', en: 'Copy this tag between <head> and </head>' },
  tag: { vi: 'Thẻ', en: 'Tag' },
  stepOpenLinkText: {
    vi: (url: string) => `Đúng trang này: ${url}. Liên kết ở trang khác không được tính.`,
    en: (url: string) => `Exactly this page: ${url}. A link on another page does not count.`,
  },
  stepAddLink: { vi: 'Chép liên kết này vào trang', en: 'Copy this link into the page' },
  stepAddLinkText: {
    vi: 'Đặt ở chỗ nào trên trang cũng được. Phần rel="me" phải còn nguyên sau khi lưu.',
    en: 'Anywhere on the page will do. The part rel="me" must still be there after saving.',
  },
  link: { vi: 'Liên kết', en: 'Link' },
  stepOpenProfile: { vi: 'Mở phần sửa hồ sơ của tài khoản', en: 'Open the settings of the profile' },
  stepOpenProfileText: {
    vi: (url: string) => `Đúng tài khoản này: ${url}`,
    en: (url: string) => `Exactly this account: ${url}`,
  },
  stepAddWebsite: {
    vi: 'Dán địa chỉ này vào ô trang web (website)',
    en: 'Paste this address into the field for a website',
  },
  stepPasteCode: { vi: 'Dán mã này vào phần giới thiệu', en: 'Paste this code into the description' },
  code: { vi: 'Mã', en: 'Code' },
  codeInGithub: {
    vi: 'Ở GitHub: Settings, mục Public profile, ô Bio.',
    en: 'On GitHub: Settings, Public profile, the field Bio.',
  },
  codeInGitlab: {
    vi: 'Ở GitLab: Edit profile, ô Bio.',
    en: 'On GitLab: Edit profile, the field Bio.',
  },
  codeInMastodon: {
    vi: 'Ở Mastodon và các máy chủ cùng mạng: Sửa hồ sơ, ô Tiểu sử, hoặc một ô của hồ sơ.',
    en: 'On Mastodon and servers like it: Edit profile, the field Bio, or one of the profile fields.',
  },
  codeInBluesky: {
    vi: 'Ở Bluesky: Sửa hồ sơ, ô Mô tả.',
    en: 'On Bluesky: Edit profile, the field Description.',
  },
  codeInYoutube: {
    vi: 'Ở YouTube Studio: Tùy chỉnh, Hồ sơ, ô Mô tả của kênh.',
    en: 'In YouTube Studio: Customisation, Profile, the Description of the channel.',
  },
  codeAnywhere: {
    vi: 'Đứng ở chỗ nào trong phần giới thiệu cũng được, cạnh những gì đã có.',
    en: 'It may stand anywhere in the description, beside what is there already.',
  },
  codeGoodUntil: {
    vi: (when: string) => `Dùng được đến ${when}. Xóa được ngay sau khi sổ thấy mã.`,
    en: (when: string) => `Good until ${when}. It may go as soon as it was found.`,
  },
  stepCheckCode: {
    vi: 'Thường thấy được ngay, có nơi sau vài phút. Mỗi giờ kiểm tra được 5 lần.',
    en: 'It shows at once as a rule, at some places after a few minutes. It can be checked 5 times an hour.',
  },
  linkAddress: { vi: 'Địa chỉ', en: 'Address' },
  linkTells: {
    vi: 'Địa chỉ này không chứa tên hay đơn vị của anh/chị, và giống nhau ở mọi trang được xác minh bằng cách này. Ai mở nó sẽ thấy những trang mà anh/chị đã chọn công khai; khi chưa chọn trang nào thì không thấy gì.',
    en: 'This address holds neither your name nor your unit, and is the same on every page that is proven this way. Whoever opens it sees the pages that you chose to make public; while there are none, nothing.',
  },
  codeNamesNobody: {
    vi: 'Mã này không chứa tên hay đơn vị của anh/chị.',
    en: 'This code holds neither your name nor your unit.',
  },
  goodUntil: {
    vi: (day: string) => `Dùng được đến hết ngày ${day}.`,
    en: (day: string) => `Good until the end of ${day}.`,
  },
  goodForever: { vi: 'Mã không hết hạn.', en: 'It does not expire.' },
  stepCheck: { vi: 'Lưu lại rồi bấm kiểm tra', en: 'Save, then press check' },
  stepCheckDns: {
    vi: 'Thường mất vài phút, có nơi đến một giờ.',
    en: 'It takes a few minutes as a rule, at some places an hour.',
  },
  stepCheckWeb: { vi: 'Thường thấy được ngay.', en: 'It shows at once as a rule.' },
  checkNow: { vi: 'Kiểm tra ngay', en: 'Check now' },
  otherWay: { vi: 'Chọn cách khác', en: 'Choose another way' },
  keepLater: {
    vi: 'Trang đang riêng tư, nên mã chỉ dùng một lần và đạt mức\u00a02. Sau khi xác minh và cho sổ trả lời công khai, anh/chị có thể để lại mã để đạt mức\u00a03.',
    en: 'The page is private, so the code is used once, for level\u00a02. After the proof, once the register may answer about the page, you can leave a code in place for level\u00a03.',
  },

  // where a proof stands
  expiredTitle: { vi: 'Mã đã hết hạn', en: 'The code has expired' },
  expiredText: {
    vi: (until: string) => `Mã này dùng được đến ${until}. Hãy lấy mã mới, rồi đặt lên thay mã cũ.`,
    en: (until: string) => `This code was good until ${until}. Get a new one and put it in place of the old.`,
  },
  endOf: { vi: (day: string) => `hết ngày ${day}`, en: (day: string) => `the end of ${day}` },
  newCode: { vi: 'Lấy mã mới', en: 'Get a new code' },
  endedTitle: { vi: 'Lần xác minh này đã kết thúc', en: 'This proof is over' },
  endedText: {
    vi: 'Nó không còn tính vào mức của trang.',
    en: 'It no longer counts towards the level of the page.',
  },
  proveAgain: { vi: 'Xác minh lại', en: 'Prove it again' },
  provenOnceTitle: { vi: 'Đã xác minh', en: 'Proven' },
  provenOnceText: {
    vi: 'Mã này dùng một lần. Sổ không kiểm tra lại, và anh/chị có thể xóa nó.',
    en: 'This code was used once. It is not checked again, and you may delete it.',
  },
  keepOffer: {
    vi: 'Trang không riêng tư. Anh/chị có thể để lại một mã mới trên trang để đạt mức\u00a03. Mã đó thay cho lần xác minh này: nếu về sau gỡ đi, mức sẽ giảm sau khi sổ báo và đợi 14 ngày.',
    en: 'The page is not private. You may leave a new code on it for level\u00a03. That code takes the place of this proof: should it be taken off later, the level falls after a notice and 14 days.',
  },
  keepStart: { vi: 'Lấy mã để lại trên trang', en: 'Get a code that stays' },
  keptTitle: { vi: 'Sổ đang kiểm tra đều đặn', en: 'Checked regularly' },
  lastFound: { vi: 'Thấy mã lần cuối', en: 'Last found' },
  firstFound: { vi: 'Thấy mã lần đầu', en: 'First found' },
  nextCheck: { vi: 'Lần kiểm tra sau', en: 'Next check' },
  state: { vi: 'Tình trạng', en: 'State' },
  waiting: { vi: 'Đang đợi đặt mã', en: 'Waiting for the code' },
  found: { vi: 'Đã thấy mã', en: 'Found' },
  missed: { vi: 'Không còn thấy mã', en: 'No longer found' },
  ended: { vi: 'Đã kết thúc', en: 'Over' },
  expired: { vi: 'Đã hết hạn', en: 'Expired' },
  missedTitle: { vi: 'Không còn thấy mã trên trang', en: 'The code is no longer there' },
  missedText: {
    vi: (since: string, until: string) =>
      `Từ ${since}, sổ kiểm tra nhiều lần mà không thấy mã. Hãy đặt lại mã trước ${until}. Sau đó mức của trang sẽ giảm; nếu về mức\u00a00, sổ thôi trả lời về trang và trang trở lại riêng tư.`,
    en: (since: string, until: string) =>
      `Since ${since} several checks did not find the code. Put it back before ${until}. After that the level of the page falls; at level\u00a00 the register stops answering about it and the page becomes private again.`,
  },
  missesSoFar: {
    vi: (n: number) => `${n} lần gần đây không thấy mã. Mức vẫn giữ.`,
    en: (n: number) => `The last ${n === 1 ? 'check' : `${n} checks`} did not find it. The level holds.`,
  },
  notSince: {
    vi: (day: string) => `Chưa kiểm lại được từ ngày ${day}, nên trang ở mức\u00a02.`,
    en: (day: string) => `Not re-confirmed since ${day}, so the page is at level\u00a02.`,
  },

  // after a check
  foundTitle: { vi: 'Đã xác minh', en: 'Proven' },
  foundLead: { vi: 'Sổ đã thấy mã ở đúng chỗ.', en: 'The code was found in the right place.' },
  foundLinkLead: { vi: 'Sổ đã thấy liên kết về trang của anh/chị.', en: 'The link to your page was found.' },
  stillFound: { vi: 'Vẫn ở đúng chỗ', en: 'Still in place' },
  foundAt: { vi: 'Thấy ở đâu', en: 'Found at' },
  removeOnce: {
    vi: 'Mã dùng một lần, sổ không kiểm tra lại. Xóa đi thì mức vẫn giữ.',
    en: 'It was used once and is not checked again. The level holds without it.',
  },
  stayKept: {
    vi: (level3: boolean) =>
      level3
        ? 'Sổ sẽ tiếp tục kiểm tra đều đặn.'
        : 'Sổ sẽ kiểm tra đều đặn. Trang đạt mức\u00a03 sau lần kiểm tra tới.',
    en: (level3: boolean) =>
      level3
        ? 'It will be checked again and again.'
        : 'It will be checked again and again. The page reaches level\u00a03 with the next check.',
  },
  endsSoon: {
    vi: (day: string) =>
      `Bản ghi đang ghi hạn đến ngày ${day}. Hãy đổi phần cuối thành expiry=never trước ngày đó, nếu không sổ sẽ không còn tính.`,
    en: (day: string) =>
      `The record says that it ends on ${day}. Change its end to expiry=never before that day, or it no longer counts.`,
  },
  nextTitle: { vi: 'Việc tiếp theo', en: 'What comes next' },
  nextVisibility: {
    vi: 'Trang đang riêng tư: ai hỏi cũng chỉ nhận câu “chưa có xác nhận công khai”. Nay anh/chị có thể cho sổ trả lời.',
    en: 'The page is private: whoever asks is told “no public confirmation”. From now on you may let the register answer.',
  },
  chooseVisibility: { vi: 'Chọn ai được biết', en: 'Choose who may know' },
  saysNothing: {
    vi: 'Không kiểm tra được không có nghĩa là không có mã. Kết quả này không tính là một lần thiếu mã.',
    en: 'That it could not be checked does not mean that the code is not there. It does not count as a miss.',
  },
  notKnown: { vi: 'Chưa biết', en: 'Not known' },
  others: {
    vi: (n: number, method: string) =>
      method === 'dns-txt' ? `${n} bản ghi khác, sổ không đọc và không giữ.` : `${n} nội dung khác, sổ không giữ.`,
    en: (n: number, method: string) =>
      method === 'dns-txt'
        ? `${n} other record${n === 1 ? '' : 's'}, neither shown nor kept.`
        : `${n} other text${n === 1 ? '' : 's'}, not kept.`,
  },
  oldCode: { vi: (day: string) => `Hết hạn ngày ${day}.`, en: (day: string) => `Expired on ${day}.` },
  txtAt: { vi: 'Bản ghi TXT tại', en: 'TXT record at' },
  resolversAgree: { vi: 'Hai máy chủ phân giải trả lời giống nhau:', en: 'Two resolvers gave the same answer:' },
  resolversDisagree: { vi: 'Hai máy chủ phân giải trả lời khác nhau:', en: 'Two resolvers gave different answers:' },
  resolverOne: { vi: 'Theo máy chủ phân giải', en: 'According to the resolver' },
  resolverSilent: { vi: 'Máy chủ phân giải:', en: 'Resolver:' },
  and: { vi: 'và', en: 'and' },
  dnssec: { vi: 'Chữ ký DNSSEC hợp lệ.', en: 'Validated by DNSSEC.' },
  checkAgain: { vi: 'Kiểm tra lại', en: 'Check again' },
  seeSteps: { vi: 'Xem lại hướng dẫn', en: 'Read the steps again' },
  checksLeft: {
    vi: (n: number) => (n > 0 ? `Còn ${n} lần kiểm tra trong giờ này.` : 'Đã hết lượt kiểm tra trong giờ này.'),
    en: (n: number) => (n > 0 ? `${n} check${n === 1 ? '' : 's'} left in this hour.` : 'No check left in this hour.'),
  },
  levelHolds: {
    vi: (level: string) => `Trang vẫn giữ mức hiện có: ${level}.`,
    en: (level: string) => `The page keeps its level: ${level}.`,
  },
  levelNow: { vi: (level: string) => `Trang nay ở ${level}.`, en: (level: string) => `The page is now at ${level}.` },

  // the timeline
  timelineTitle: { vi: 'Các lần xác minh', en: 'Proofs' },
  level: { vi: 'Mức', en: 'Level' },
})
