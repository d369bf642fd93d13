import type { Lang } from '../words.ts'

/** A moment (a Date) or a calendar day as the database gives it: `2026-11-24`. A day has no zone. */
export type Moment = Date | string

/** day `24/11/2026` · long-day `24 tháng 11 năm 2026` · time `10:42` · minute `10:42 ngày 24/11/2026` · second `10:42:07 ngày …` */
export type TimeForm = 'day' | 'long-day' | 'time' | 'minute' | 'second'

export const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh'

type Parts = { readonly [P in 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second']: string } & { offset: string }

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const two = '2-digit'
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', timeZoneName: 'longOffset' },
    ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
  })
  formats.set(zone, made)
  return made
}

function partsOf(at: Moment, zone: string): Parts {
  if (typeof at === 'string') {
    const [year = '', month = '', day = ''] = at.slice(0, 10).split('-')
    return { year, month, day, hour: '00', minute: '00', second: '00', offset: '' }
  }
  const found = Object.fromEntries(
    formatFor(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  const offset = (found.timeZoneName ?? '').replace('GMT', '') || '+00:00'
  return { ...(found as unknown as Parts), offset }
}

const months = 'January February March April May June July August September October November December'.split(' ')
const monthOf = (p: Parts) => months[Number(p.month) - 1] ?? p.month

const say = {
  vi: {
    day: (p: Parts) => `${p.day}/${p.month}/${p.year}`,
    'long-day': (p: Parts) => `${Number(p.day)} tháng ${Number(p.month)} năm ${p.year}`,
    time: (p: Parts) => `${p.hour}:${p.minute}`,
    minute: (p: Parts) => `${p.hour}:${p.minute} ngày ${p.day}/${p.month}/${p.year}`,
    second: (p: Parts) => `${p.hour}:${p.minute}:${p.second} ngày ${p.day}/${p.month}/${p.year}`,
  },
  en: {
    day: (p: Parts) => `${Number(p.day)} ${monthOf(p).slice(0, 3)} ${p.year}`,
    'long-day': (p: Parts) => `${Number(p.day)} ${monthOf(p)} ${p.year}`,
    time: (p: Parts) => `${p.hour}:${p.minute}`,
    minute: (p: Parts) => `${p.hour}:${p.minute} on ${Number(p.day)} ${monthOf(p)} ${p.year}`,
    second: (p: Parts) => `${p.hour}:${p.minute}:${p.second} on ${Number(p.day)} ${monthOf(p)} ${p.year}`,
  },
} satisfies { [L in Lang]: { [F in TimeForm]: (p: Parts) => string } }

/** The moment in words, for sentences, mails and titles. A calendar day is always said as a day. */
export function timeText(at: Moment, lang: Lang, form: TimeForm = 'minute', zone = DEFAULT_ZONE): string {
  const sayable = typeof at === 'string' && form !== 'long-day' ? 'day' : form
  return say[lang][sayable](partsOf(at, zone))
}

/** What a machine reads: `2026-11-24` or `2026-11-24T10:42:07+07:00`. */
export function machineTime(at: Moment, form: TimeForm, zone = DEFAULT_ZONE): string {
  const p = partsOf(at, zone)
  const day = `${p.year}-${p.month}-${p.day}`
  const dayOnly = typeof at === 'string' || form === 'day' || form === 'long-day'
  if (dayOnly) return day
  return `${day}T${p.hour}:${p.minute}${form === 'second' ? `:${p.second}` : ''}${p.offset}`
}
