import type { Warning } from './types.ts'

type Read = { readonly value: string; readonly warning?: Warning }

/** In national form, `0` and nine digits; nothing where it is no number of that form. */
export function readPhone(text: string): Read | undefined {
  const digits = text.replace(/[\s.\-\u2010\u2011]/gu, '')
  if (/^0\d{9}$/.test(digits)) return { value: digits }
  const national = /^\+?84(\d{9})$/.exec(digits)?.[1]
  if (national) return { value: `0${national}` }
  return /^[35789]\d{8}$/.test(digits) ? { value: `0${digits}`, warning: 'phone_zero_restored' } : undefined
}

/** A day in ISO; nothing where there is no such day. */
export function readDate(text: string): Read | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return asIs(day(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (dayFirst) return asIs(day(Number(dayFirst[4]), Number(dayFirst[3]), Number(dayFirst[1])))
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0
  if (serial < 10_000 || serial > 80_000) return undefined
  return { value: dayOfSerial(serial, false) as string, warning: 'date_from_serial' }
}

const asIs = (value: string | undefined): Read | undefined => (value ? { value } : undefined)

function day(year: number, month: number, date: number): string | undefined {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, date)
  const same = year > 0 && at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return same ? at.toISOString().slice(0, 10) : undefined
}

/** The day that a spreadsheet means by a number; the 1900 system counts a 29 February 1900 that never was. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const n = Math.floor(serial)
  if (!(n >= (from1904 ? 0 : 1) && n < 2_958_466) || (!from1904 && n === 60)) return undefined
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, n < 60 ? 31 : 30)
  return new Date(start + n * 86_400_000).toISOString().slice(0, 10)
}
