import { bothLanguages } from '../../web/words.ts'

/** What a dossier says: to the owner of a page, and to the officer who has opened that owner's record. */
export const words = bothLanguages({
  levels: { vi: 'Mức qua từng thời điểm', en: 'Level over time' },
  chartSays: {
    vi: (from: string, to: string) =>
      `Biểu đồ mức của trang từ ${from} đến ${to}. Bảng bên dưới nêu cùng những bước đó.`,
    en: (from: string, to: string) =>
      `Chart of the level of the page from ${from} to ${to}. The table below has the same steps.`,
  },
  paused: { vi: 'Phần tô: thời gian tạm dừng xác nhận.', en: 'Shaded: confirmation was paused.' },
  proofs: { vi: 'Các lần xác minh', en: 'Proofs' },
  checks: { vi: 'Các lần kiểm tra', en: 'Checks' },
  incidents: { vi: 'Sự cố', en: 'Incidents' },
  noProofs: { vi: 'Chưa xác minh bằng cách nào.', en: 'No proof was begun yet.' },
  noChecks: { vi: 'Chưa kiểm tra lần nào.', en: 'Nothing was checked yet.' },
  checksNote: {
    vi: 'Sổ chỉ giữ kết quả, lý do, nơi và lúc kiểm tra. Nội dung đọc được không được lưu.',
    en: 'Only result, reason, place and time are kept. What was read is not stored.',
  },
  method: { vi: 'Cách', en: 'Way' },
  from: { vi: 'Từ', en: 'From' },
  state: { vi: 'Tình trạng', en: 'State' },
  when: { vi: 'Lúc', en: 'When' },
  result: { vi: 'Kết quả', en: 'Result' },
  place: { vi: 'Ở đâu', en: 'Where' },
  level: { vi: 'Mức', en: 'Level' },
  why: { vi: 'Vì sao', en: 'Why' },
  onceOnly: { vi: 'dùng một lần', en: 'used once' },
  staysInPlace: { vi: 'để lại trên trang', en: 'stays in place' },

  // a proof
  waiting: { vi: 'Đang đợi', en: 'Waiting' },
  found: { vi: 'Đã xác minh', en: 'Proven' },
  missed: { vi: 'Không còn thấy', en: 'No longer found' },
  ended: { vi: 'Đã kết thúc', en: 'Over' },
  expired: { vi: 'Đã hết hạn', en: 'Expired' },
  goodUntil: { vi: (when: string) => `đến ${when}`, en: (when: string) => `until ${when}` },
  foundFirst: { vi: (when: string) => `lần đầu ${when}`, en: (when: string) => `first ${when}` },
  foundLast: { vi: (when: string) => `lần cuối ${when}`, en: (when: string) => `last ${when}` },
  nextAt: { vi: (when: string) => `lần sau ${when}`, en: (when: string) => `next ${when}` },
  missedSince: { vi: (when: string) => `từ ${when}`, en: (when: string) => `since ${when}` },
  graceUntil: {
    vi: (when: string) => `mức giữ đến ${when}`,
    en: (when: string) => `the level holds until ${when}`,
  },
  misses: {
    vi: (n: number) => `${n} lần liền không thấy`,
    en: (n: number) => (n === 1 ? 'not found once' : `not found ${n} times in a row`),
  },
  notSince: {
    vi: (when: string) => `chưa kiểm lại được từ ${when}`,
    en: (when: string) => `not re-confirmed since ${when}`,
  },
  endedAfter: { vi: (when: string) => `kiểm tra lần cuối ${when}`, en: (when: string) => `last checked ${when}` },

  // a check
  youPressed: { vi: 'anh/chị bấm kiểm tra', en: 'you pressed check' },
  ownerPressed: { vi: 'chủ trang bấm kiểm tra', en: 'its owner pressed check' },
  youSignedIn: { vi: 'anh/chị đăng nhập', en: 'you signed in' },
  ownerSignedIn: { vi: 'chủ trang đăng nhập', en: 'its owner signed in' },
  officerSaw: { vi: 'cán bộ chứng kiến', en: 'an officer saw it' },
  scheduled: { vi: 'sổ tự kiểm tra', en: 'regular check' },
  watched: { vi: 'sổ xem tên còn thuộc tài khoản này không', en: 'whether the name still belongs to this account' },
  resultFound: { vi: 'Thấy mã', en: 'Found' },
  resultLink: { vi: 'Thấy liên kết', en: 'Link found' },
  resultSame: { vi: 'Đúng tài khoản này', en: 'It is this account' },
  resultOther: { vi: 'Tài khoản khác', en: 'Another account' },
  resultAbsent: { vi: 'Không thấy mã', en: 'Not found' },
  resultNot: { vi: 'Không xác minh được', en: 'Not proven' },
  resultUnreachable: { vi: 'Chưa kiểm tra được', en: 'Could not tell' },
  dnssec: { vi: 'Chữ ký DNSSEC hợp lệ.', en: 'Validated by DNSSEC.' },
  resolver: { vi: 'Máy chủ phân giải:', en: 'Resolver:' },

  // a step
  declared: { vi: 'Khai báo', en: 'Declared' },
  vouched: { vi: 'Danh sách đã công bố của đơn vị', en: 'The organisation’s published list' },
  proof_found: { vi: 'Xác minh thành công', en: 'Proof found' },
  recheck_found: { vi: 'Kiểm lại thành công', en: 'Re-check succeeded' },
  proof_missed: { vi: 'Không còn thấy mã', en: 'The proof was no longer found' },
  not_reconfirmed: { vi: 'Lâu không kiểm lại được', en: 'Could not be re-checked for long' },
  kept_no_more: { vi: 'Trang riêng tư, sổ thôi kiểm lại', en: 'The page became private, re-checks ended' },
  lapsed: { vi: 'Hết hạn xác nhận', en: 'Lapsed' },

  // an incident
  reused_handle: { vi: 'Tên này nay thuộc tài khoản khác', en: 'The name belongs to another account now' },
  open: { vi: 'Chưa xong', en: 'Open' },
  proven_again: { vi: 'Đã xác minh lại đúng tài khoản', en: 'The same account was proven again' },
  declaration_ended: { vi: 'Khai báo đã kết thúc', en: 'The declaration ended' },
  whatToDo: {
    vi: 'Câu trả lời công khai về trang này đang tạm dừng. Nếu tài khoản vẫn là của anh/chị, hãy xác minh lại. Nếu anh/chị đã đổi tên, hãy khai báo địa chỉ mới. Nếu không phải anh/chị, hãy báo cán bộ phụ trách.',
    en: 'The public answer about this page is paused. If the account is still yours, prove it again. If you renamed yours, declare its new address. If neither, tell the officer of your unit.',
  },
})
