/** Absent, closed and somebody else's look alike. */
export const answers = {
  record_number_missing: {
    status: 422,
    title: { vi: 'Thiếu số của việc đang mở', en: 'The number of what is open is missing' },
    detail: { vi: 'Mục đích này cần số đang mở.', en: 'This purpose needs the number of what is open.' },
  },
  record_number_not_open: {
    status: 422,
    title: { vi: 'Không có việc nào đang mở mang số này', en: 'Nothing is open under this number' },
    detail: {
      vi: 'Số phải là của một sự cố hoặc hồ sơ đang mở của chính người này.',
      en: 'It must be an open incident or case of the person whose record this is.',
    },
  },
} as const
