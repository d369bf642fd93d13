import { access, constants, readFile, stat, writeFile } from 'node:fs/promises'
import {
  fileReasons,
  type Imported,
  importBulk,
  importFile,
  type Kind,
  limits,
  type Result,
  rejectedFile,
  rowReasons,
  warningWords,
} from '../../imports/index.ts'
import { onRegister } from '../on-register.ts'
import type { Asked, Command, Outcome } from '../outcome.ts'

/** As long as a name may be. */
const longestList = 200
const kinds: readonly string[] = ['units', 'people', 'accounts'] satisfies Kind[]
const usage =
  'units|people|accounts FILE [--dry-run] [--rejected FILE.csv|FILE.xlsx] [--vouched LIST] | people|accounts FILE.csv --bulk [--dry-run] [--rejected FILE.csv]'

export const importCommand: Command = {
  usage,
  summary:
    'bring units, people or accounts from a CSV or XLSX file into the register; --dry-run writes nothing, --rejected writes out the rows that are not good; --bulk takes people or accounts from a CSV file of any size, and closes a register that is still empty meanwhile; --vouched names the published list of the organisation on which the accounts stand',
  options: {
    'dry-run': { type: 'boolean' },
    rejected: { type: 'string' },
    bulk: { type: 'boolean' },
    vouched: { type: 'string' },
  },
  positionals: true,
  async run(asked) {
    const [kind = '', file, ...more] = asked.rest
    if (!kinds.includes(kind) || file === undefined || more.length > 0)
      return { kind: 'wrong_use', text: `Usage: bin/chinhdanh import ${usage}` }
    const vouched = asked.options.vouched
    if (vouched !== undefined) {
      const fault = faultOfList(asked, kind)
      if (fault) return { kind: 'wrong_use', text: fault }
    }
    if (asked.options.bulk) return inBulk(asked, kind, file)
    const bytes = await bytesOf(file)
    if (!bytes) return { kind: 'wrong_use', text: `There is no file ${file} that can be read.` }
    const dryRun = asked.options['dry-run'] === true
    const list = typeof vouched === 'string' ? vouched.trim() : undefined
    const wanted = { kind: kind as Kind, bytes, dryRun, vouched: list, progress }
    const listed = asked.options.rejected
    return onRegister(asked, async (db) => {
      const imported = await importFile(db, wanted)
      if (typeof listed === 'string' && imported.reading) await writeRejected(listed, imported.reading)
      if (imported.id) sayUndo(imported.id)
      return outcomeOf(imported, dryRun)
    })
  },
}

function faultOfList({ options }: Asked, kind: string): string | undefined {
  const list = String(options.vouched).trim()
  if (kind !== 'accounts') return 'A list vouches for accounts: import accounts FILE --vouched LIST'
  if (options.bulk) return 'A list that vouches is imported without --bulk.'
  return list.length > 0 && list.length <= longestList
    ? undefined
    : '--vouched takes the name of the published list, at most 200 characters.'
}

async function inBulk(asked: Asked, kind: string, file: string): Promise<Outcome> {
  const { rejected, 'dry-run': dryRun } = asked.options
  if (kind === 'units') return { kind: 'wrong_use', text: 'Units are not that many: import them without --bulk.' }
  if (typeof rejected === 'string' && rejected.endsWith('.xlsx'))
    return { kind: 'wrong_use', text: 'With --bulk the rejected rows are written out as CSV.' }
  if (!(await isReadable(file))) return { kind: 'wrong_use', text: `There is no file ${file} that can be read.` }
  const wanted = {
    ...{ kind: kind as 'people' | 'accounts', file, dryRun: dryRun === true },
    rejected: typeof rejected === 'string' ? rejected : undefined,
    progress: (line: string) => process.stderr.write(`${line}\n`),
  }
  return onRegister(asked, async (_, adminUrl) => {
    const imported = await importBulk(adminUrl, wanted)
    if (imported.id) sayUndo(imported.id)
    return outcomeOf(imported, dryRun === true)
  })
}

const sayUndo = (id: string) =>
  process.stderr.write(`Within 7 days it can be taken back: bin/chinhdanh import undo ${id}\n`)

async function isReadable(file: string): Promise<boolean> {
  try {
    await access(file, constants.R_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}

/** Of a file beyond the limit only so much that it is seen to be one. */
async function bytesOf(file: string): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(file)
    return size > limits.bytes ? new Uint8Array(limits.bytes + 1) : await readFile(file)
  } catch {
    return undefined
  }
}

/** The header alone where every row is good: what lay there of another run is not left to be taken for this one's. */
async function writeRejected(file: string, reading: NonNullable<Imported['reading']>): Promise<void> {
  await writeFile(file, await rejectedFile(reading, file.endsWith('.xlsx') ? 'xlsx' : 'csv', 'vi'))
}

const progress = (written: number, of: number) => process.stderr.write(`Written: ${written} of ${of}\n`)

function outcomeOf({ result, difference }: Imported, dryRun: boolean): Outcome {
  if (difference) process.stderr.write(`${against(difference)}\n`)
  const text = [...linesOf(result), ...(dryRun ? ['Nothing was written.'] : [])].join('\n')
  return { kind: result.outcome === 'refused' ? 'refused' : 'done', result, text }
}

/** Whoever is missing in the file is listed; nothing is done to them. */
function against({ missing, ...counts }: NonNullable<Imported['difference']>): string {
  const told = Object.entries(counts).map(([name, n]) => `${name} ${n}`)
  const shown = missing.slice(0, 100).join(' ')
  const more = missing.length > 100 ? ` and ${missing.length - 100} more` : ''
  const listed = missing.length > 0 ? ` (${shown}${more})` : ''
  return `Against the register: ${told.join(', ')}, missing ${missing.length}${listed}`
}

function linesOf({ outcome, reason, rows, accepted, rejected, warnings }: Result): string[] {
  if (outcome === 'refused') return [`Refused: ${reason}. ${reason ? fileReasons.en[reason] : ''}`]
  const warned = Object.entries(warnings).map(
    ([code, n]) => `${code} ${n} (${warningWords.en[code as keyof typeof warnings]})`,
  )
  return [
    `Rows: ${rows}, accepted ${accepted}, rejected ${rejected.length}`,
    ...rejected.map(({ row, reason: why }) => `row ${row}: ${why} (${rowReasons.en[why]})`),
    ...(warned.length > 0 ? [`Warnings: ${warned.join(', ')}`] : []),
  ]
}
