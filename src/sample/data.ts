import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../project-root.ts'
import { readCsv } from './csv.ts'
import { once } from './once.ts'

const folder = join(projectRoot, 'src/sample/data')
const table = (file: string) => readCsv(readFileSync(join(folder, file), 'utf8'))

export type ListedUnit = {
  readonly code: string
  readonly above: string | undefined
  readonly name: string
  readonly kind: string
}
export type ListedPerson = {
  readonly ref: string
  readonly name: string
  readonly office: string
  readonly unit: string
}
export type ListedAccount = {
  readonly row: number
  readonly ref: string
  readonly platform: string
  readonly written: string
}

/** The places of Vietnam, from the country down; whoever is above stands before. */
export const unitsOfVietnam = once((): readonly ListedUnit[] => table('units-vn/units-vn.csv').map(unitFrom))

/** The public list that can be tried as an import. */
export const congress = once(() => ({
  units: table('us-congress/units.csv').map(unitFrom) as readonly ListedUnit[],
  people: table('us-congress/people.csv').map(personFrom) as readonly ListedPerson[],
  accounts: table('us-congress/accounts.csv').map(accountFrom) as readonly ListedAccount[],
}))

type Row = Readonly<Record<string, string>>

const unitFrom = ({ code = '', parent_code, name = '', type = '' }: Row): ListedUnit => ({
  code,
  above: parent_code || undefined,
  name,
  kind: type,
})

const personFrom = ({ person_id = '', full_name = '', office_title = '', unit_code = '' }: Row): ListedPerson => ({
  ref: person_id,
  name: full_name,
  office: office_title,
  unit: unit_code,
})

/** Row 1 holds the names of the columns, as a spreadsheet counts. */
const accountFrom = ({ person_id = '', platform = '', url = '' }: Row, n: number): ListedAccount => ({
  row: n + 2,
  ref: person_id,
  platform,
  written: url,
})
