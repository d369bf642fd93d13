import { unitsOfVietnam } from '../data.ts'
import type { Numbering } from './ids.ts'
import { inAddresses, madeUpNames } from './names.ts'

export type MadeUp = {
  readonly id: string
  readonly ref: string
  readonly name: string
  /** The name as part of an address. */
  readonly slug: string
  readonly office: string
  /** Code of the unit; an administrator may come from outside the tree. */
  readonly unit: string | undefined
}
export type Duty = {
  readonly person: string
  readonly role: 'officer' | 'reviewer' | 'auditor' | 'administrator'
  readonly unit: string | undefined
}

/** As whom a visitor may go on. Their numbers are fixed, so that they are found again. */
export const guides = {
  member: { ref: 'MAU-THANH-VIEN', name: 'Nguyễn Văn A', office: 'Phó trưởng phòng' },
  officer: { ref: 'MAU-CAN-BO', name: 'Lê Văn C', office: 'Cán bộ phụ trách' },
  auditor: { ref: 'MAU-KIEM-TRA', name: 'Mai Thị M', office: 'Kiểm tra viên' },
  administrator: { ref: 'MAU-QUAN-TRI', name: 'Đỗ Văn Q', office: 'Quản trị' },
} as const
export type Guide = keyof typeof guides

const country = 'VN'
const city = '48'
/** Where the member and the officer are. */
export const home = '20242'
const offices = ['Chuyên viên', 'Trưởng phòng', 'Phó trưởng phòng', 'Văn thư', 'Kế toán', 'Nhân viên']

/** A few hundred people in some of the places: many in one ward, a few in the wards around it and in every province. Some
 *  units have an officer; the people of the others are kept by the officer of the unit above. */
export function people(number: Numbering): { readonly people: readonly MadeUp[]; readonly duties: readonly Duty[] } {
  const free = freeNames()
  const enter = (unit: string | undefined, office: string, name: string, ref?: string): MadeUp => ({
    id: number.id(),
    ref: ref ?? `MAU-${inAddresses(name).toUpperCase()}`,
    name,
    slug: inAddresses(name),
    office: `${office} (mẫu)`,
    unit,
  })
  const guide = (who: Guide, unit: string | undefined) => {
    const { name, office, ref } = guides[who]
    return enter(unit, office, name, ref)
  }
  const member = guide('member', home)
  const officer = guide('officer', home)
  const auditor = guide('auditor', country)
  const administrator = guide('administrator', undefined)
  const duties: Duty[] = [
    { person: officer.id, role: 'officer', unit: home },
    { person: auditor.id, role: 'auditor', unit: undefined },
    { person: administrator.id, role: 'administrator', unit: undefined },
  ]
  const others = crews().flatMap(({ unit, size, hasOfficer }) => {
    const crew = Array.from({ length: size }, (_, n) =>
      enter(unit, hasOfficer && n === 0 ? guides.officer.office : (offices[n % offices.length] as string), free()),
    )
    if (hasOfficer) duties.push({ person: (crew[0] as MadeUp).id, role: 'officer', unit })
    return crew
  })
  const reviewer = others.findLast(({ unit }) => unit === home)
  if (reviewer) duties.push({ person: reviewer.id, role: 'reviewer', unit: home })
  return { people: [member, officer, auditor, administrator, ...others], duties }
}

type Crew = { readonly unit: string; readonly size: number; readonly hasOfficer: boolean }

/** In every third province and in every second ward the unit has no officer of its own. */
function crews(): Crew[] {
  const units = unitsOfVietnam()
  const below = (code: string) => units.filter(({ above }) => above === code).map(({ code: unit }) => unit)
  const provinces = below(country).filter((code) => code !== city)
  const wards = below(city).filter((code) => code !== home)
  return [
    { unit: country, size: 6, hasOfficer: true },
    { unit: city, size: 6, hasOfficer: true },
    { unit: home, size: 22, hasOfficer: false },
    ...wards.slice(0, 20).map((unit, n) => ({ unit, size: 3, hasOfficer: n % 2 === 0 })),
    ...provinces.map((unit, n) => ({ unit, size: 6, hasOfficer: n % 3 !== 2 })),
  ]
}

/** The names that nobody has yet, one after the other. */
function freeNames(): () => string {
  const taken = new Set<string>(Object.values(guides).map(({ name }) => name))
  const names = madeUpNames().filter((name) => !taken.has(name))
  let n = 0
  return () => {
    const name = names[n++]
    if (!name) throw new Error('the sample has more people than made-up names: add a family name in names.ts')
    return name
  }
}
