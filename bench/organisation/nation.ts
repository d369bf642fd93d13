// A made-up nation: its tree, and the lists that a ministry would send of its people and their accounts.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

export type Size = {
  /** How many units each level of the tree has, from the root down. */
  readonly levels: readonly number[]
  readonly people: number
  /** People of a second list, for a register that is full. */
  readonly more: number
  /** How many people two officers keep: those of all units below one of the third and one of the second level. */
  readonly small: number
  readonly large: number
  /** How often each page is asked for. */
  readonly asked: number
}

export type Unit = { readonly code: string; readonly parent: string | null; readonly name: string }
export type Nation = {
  readonly size: Size
  readonly units: readonly Unit[]
  /** Whose register the two officers keep. */
  readonly smallTop: string
  readonly largeTop: string
}

const called = ['Khối', 'Tỉnh', 'Huyện', 'Xã', 'Phòng', 'Tổ']

export function nationOf(size: Size): Nation {
  const units = size.levels.flatMap((count, level) =>
    Array.from({ length: count }, (_, n): Unit => {
      const above = Math.floor((n * (size.levels[level - 1] ?? 0)) / count)
      const name = `${called[level]} ${given[n % given.length]} ${n + 1}`
      return { code: codeOf(level, n), parent: level === 0 ? null : codeOf(level - 1, above), name }
    }),
  )
  return { size, units, smallTop: codeOf(2, (size.levels[2] ?? 1) - 1), largeTop: codeOf(1, 0) }
}
const codeOf = (level: number, n: number) => `C${level + 1}-${n + 1}`

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
]
const middles = ['Văn', 'Thị', 'Đức', 'Ngọc', 'Minh', 'Thanh', 'Hữu', 'Quang', 'Kim', 'Xuân', 'Thu', 'Anh']
const given = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Hải',
  'Hạnh',
  'Hiếu',
  'Hoa',
  'Hùng',
  'Hương',
  'Khánh',
  'Lan',
  'Linh',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Phúc',
  'Phương',
  'Quân',
  'Sơn',
  'Tâm',
  'Thảo',
  'Trang',
  'Tuấn',
  'Việt',
  'Yến',
]
/** Of a hundred people two fifths are called Nguyễn. Nobody but one person of each officer's is called like this: */
export const rare = 'Quỳnh Như'
const nameOf = (n: number) => {
  const family = families[n % 5 < 2 ? 0 : n % families.length]
  return `${family} ${middles[(n * 7) % middles.length]} ${given[(n * 11) % given.length]}`
}

const offices = ['Chuyên viên', 'Phó trưởng phòng', '', 'Giáo viên', 'Kế toán']

/** People with their units: the two officers' in units below theirs, a tenth of them in the top unit itself, all others wherever. They stand
 *  in the file as in no unit's own list. */
function placeOf({ size, units, smallTop, largeTop }: Nation): (n: number) => string {
  const parentOf = new Map(units.map(({ code, parent }) => [code, parent]))
  const under = (top: string) => (code: string) => {
    for (let at: string | null | undefined = code; at; at = parentOf.get(at)) if (at === top) return true
    return false
  }
  const codes = units.map(({ code }) => code)
  const [small, large] = [codes.filter(under(smallTop)), codes.filter(under(largeTop))]
  const theirs = new Set([...small, ...large])
  const others = codes.filter((code) => !theirs.has(code))
  const within = (list: readonly string[], n: number, all: number) =>
    n < all / 10 ? (list[0] as string) : (list[n % list.length] as string)
  return (n) => {
    if (n < size.large) return within(large, n, size.large)
    if (n < size.large + size.small) return within(small, n - size.large, size.small)
    return others[n % others.length] as string
  }
}

export const perPerson = 3

/** Writes one list: people, or their accounts as they are pasted. */
export async function writeList(
  nation: Nation,
  kind: 'people' | 'accounts',
  file: string,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<number> {
  const out = createWriteStream(file)
  const place = placeOf(nation)
  const step = stepThrough(count)
  let lines = 0
  let piece =
    kind === 'people' ? 'person_id,full_name,office_title,unit_code,phone,start_date\r\n' : 'person_id,url\r\n'
  for (let k = 0; k < count; k++) {
    const n = from + ((k * step) % count)
    const rows = kind === 'people' ? [personLine(nation.size, n, place(n))] : accountLines(n)
    lines += rows.length
    piece += rows.join('')
    if (piece.length > 1 << 20) {
      if (!out.write(piece)) await once(out, 'drain')
      piece = ''
    }
  }
  out.end(piece)
  await finished(out)
  return lines
}

/** Of no common factor with the count, so that each comes once. */
const stepThrough = (count: number) => {
  let step = Math.floor(count * 0.618) | 1
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))
  while (common(step, count) !== 1) step += 2
  return step
}

function personLine(size: Size, n: number, unit: string): string {
  const name =
    n === Math.floor(size.large / 2) || n === size.large + Math.floor(size.small / 2) ? `Lê ${rare}` : nameOf(n)
  const day = `${String((n % 28) + 1).padStart(2, '0')}/${String((n % 12) + 1).padStart(2, '0')}/${1990 + (n % 35)}`
  return `NV${n},${name},${offices[n % offices.length]},${unit},09${String(n % 100_000_000).padStart(8, '0')},${day}\r\n`
}

/** Three each on average, less a few: as they are copied out of a browser or an app, and one that nobody can read. */
function accountLines(n: number): string[] {
  const id = (n * 48_271) % 9_999_991
  const all = [
    `https://www.facebook.com/nguoi.so.${n}?mibextid=ZbWKwL`,
    n % 11 === 0
      ? `m.facebook.com/profile.php?id=1000${String(id).padStart(11, '0')}`
      : `https://www.tiktok.com/@nguoi_${n}?lang=vi-VN`,
    n % 50 === 7
      ? '@khong.ro'
      : n % 3 === 0
        ? `youtube.com/@nguoi-so-${n}`
        : n % 3 === 1
          ? `https://x.com/nguoi_${n}`
          : `https://nguoi-so-${n}.vn/`,
  ]
  return all.slice(0, n % 11 === 0 ? 2 : perPerson).map((typed) => `NV${n},${typed}\r\n`)
}
