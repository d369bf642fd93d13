import type { Answer, Room } from './room.ts'

/** Refusals that any address may give. Rooms add their own; a code has one meaning in the whole house. */
const common: Record<string, Answer> = {
  not_found: {
    status: 404,
    title: { vi: 'Không có trang này', en: 'There is no such page' },
    detail: {
      vi: 'Địa chỉ sai, trang đã chuyển, hoặc trang không dành cho anh/chị. Hãy kiểm tra lại địa chỉ, hoặc bắt đầu từ trang đầu.',
      en: 'The address is wrong, the page has moved, or it is not meant for you. Check the address, or start from the front page.',
    },
  },
  sign_in_required: {
    status: 401,
    title: { vi: 'Cần đăng nhập', en: 'You need to sign in' },
    detail: {
      vi: 'Gửi kèm mã truy cập trong đầu mục Authorization: Bearer.',
      en: 'Send a token in the header Authorization: Bearer.',
    },
  },
  fresh_sign_in_required: {
    status: 403,
    title: { vi: 'Cần xác nhận lại', en: 'Confirm that it is you' },
    detail: {
      vi: 'Việc này cần đăng nhập trong vòng 5 phút trước đó. Hãy đăng nhập lại rồi gửi lần nữa. Chưa có gì thay đổi.',
      en: 'This needs a sign-in within the last 5 minutes. Sign in again and send it once more. Nothing was changed.',
    },
  },
  token_scope_missing: {
    status: 403,
    title: { vi: 'Mã truy cập không có quyền này', en: 'This token does not reach here' },
    detail: {
      vi: 'Mã không được phép làm việc này. Hãy tạo một mã khác có quyền ghi ở mục scope.',
      en: 'The token may not do this. Make another one with the scope that is named here.',
    },
  },
  bad_request: {
    status: 400,
    title: { vi: 'Không đọc được yêu cầu', en: 'This request could not be read' },
    detail: {
      vi: 'Một phần của biểu mẫu bị thiếu hoặc sai dạng. Hãy quay lại, tải lại trang rồi gửi lần nữa.',
      en: 'A part of the form is missing or has the wrong shape. Go back, reload the page and send it again.',
    },
  },
  body_too_large: {
    status: 413,
    title: { vi: 'Nội dung gửi quá lớn', en: 'Too much was sent' },
    detail: {
      vi: 'Mỗi lần gửi được nhiều nhất 64 KB. Chưa có gì được lưu.',
      en: 'At most 64 KB can be sent at a time. Nothing was stored.',
    },
  },
  unsupported_type: {
    status: 415,
    title: { vi: 'Không nhận kiểu nội dung này', en: 'This type of content is not taken' },
    detail: {
      vi: 'Hãy gửi biểu mẫu, hoặc JSON tới các địa chỉ /v1.',
      en: 'Send a form, or JSON to addresses under /v1.',
    },
  },
  not_from_here: {
    status: 403,
    title: { vi: 'Biểu mẫu không được gửi từ trang này', en: 'The form was not sent from this site' },
    detail: {
      vi: 'Để an toàn, sổ chỉ nhận biểu mẫu mở từ chính địa chỉ của sổ. Hãy mở lại trang từ địa chỉ đó rồi gửi lần nữa. Chưa có gì thay đổi.',
      en: 'For safety, the register takes only forms opened at its own address. Open the page again from there and send it once more. Nothing was changed.',
    },
  },
  too_many_requests: {
    status: 429,
    title: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
    detail: { vi: 'Hãy đợi một phút rồi thử lại.', en: 'Wait a minute, then try again.' },
  },
  busy: {
    status: 503,
    title: { vi: 'Sổ đang bận', en: 'The register is busy' },
    detail: {
      vi: 'Hãy thử lại sau vài giây. Những gì đã gửi trước đó vẫn được giữ.',
      en: 'Try again in a few seconds. What was sent before is kept.',
    },
  },
  maintenance: {
    status: 503,
    title: { vi: 'Sổ đang bảo trì', en: 'The register is being filled' },
    detail: {
      vi: 'Danh sách lớn đang được đưa vào sổ, thường mất vài phút. Hãy mở lại trang sau ít phút. Chưa có gì bị mất; trang kiểm tra công khai vẫn trả lời.',
      en: 'A large list is being brought in, which usually takes some minutes. Open the page again a little later. Nothing is lost, and the public question is still answered.',
    },
  },
  failed: {
    status: 500,
    title: { vi: 'Sổ gặp lỗi', en: 'Something went wrong here' },
    detail: {
      vi: 'Lỗi ở phía sổ, không phải do anh/chị. Lỗi đã được ghi lại. Hãy thử lại sau vài phút.',
      en: 'The fault is ours, not yours. It has been logged. Try again in a few minutes.',
    },
  },
  key_used_for_another_request: {
    status: 422,
    title: { vi: 'Khóa đã dùng cho yêu cầu khác', en: 'This key was used for another request' },
    detail: {
      vi: 'Mỗi Idempotency-Key chỉ dùng cho một yêu cầu.',
      en: 'Use one Idempotency-Key for one request only.',
    },
  },
}

/** All refusals of the house. Two rooms may not give one code two meanings. */
export function refusalsOf(rooms: readonly Room[]): Readonly<Record<string, Answer>> {
  const all: Record<string, Answer> = { ...common }
  for (const { name, answers } of rooms) {
    for (const [code, answer] of Object.entries(answers)) {
      if (all[code]) throw new Error(`refusal ${code} of room ${name} already has a meaning`)
      all[code] = answer
    }
  }
  return all
}
