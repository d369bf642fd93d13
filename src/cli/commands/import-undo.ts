import { isId } from '../../db/index.ts'
import { lifeReasons, listImports, takeBack } from '../../imports/index.ts'
import { onRegister } from '../on-register.ts'
import { type Command, refused } from '../outcome.ts'

const list: Command = {
  usage: '',
  summary: 'the newest imports, by page, by command and in bulk, with how long each can be taken back',
  options: {},
  run: (asked) =>
    onRegister(asked, async (db) => {
      const imports = await listImports(db)
      const lines = imports.map(({ id, kind, state, by, bulk, written, rows, begun_at, undo_until }) =>
        [
          ...[id, kind, state ?? 'written', bulk ? 'bulk' : by, `${written} of ${rows} rows`, begun_at.toISOString()],
          undo_until && undo_until > new Date() ? `can be taken back until ${undo_until.toISOString()}` : '',
        ]
          .join('  ')
          .trimEnd(),
      )
      return { kind: 'done', result: { imports }, text: lines.join('\n') || 'There are no imports.' }
    }),
}

const undo: Command = {
  usage: 'ID',
  summary: 'take back what an import did, within seven days; what was changed since or is in use stays, and is listed',
  options: {},
  positionals: true,
  async run(asked) {
    const [id = '', ...more] = asked.rest
    if (!isId(id) || more.length > 0) return { kind: 'wrong_use', text: 'Usage: bin/chinhdanh import undo ID' }
    return onRegister(asked, async (db) => {
      const done = await takeBack(db, id, (gone, of) => process.stderr.write(`Gone through: ${gone} of ${of}\n`))
      if (done.kind === 'refused') return refused(done.code)
      const words: Readonly<Record<string, string>> = lifeReasons.en
      const kept = done.kept.map(({ row, reason }) => `row ${row}: ${reason} (${words[reason] ?? ''})`)
      const { rows } = done
      const text = [`Gone through: ${rows} rows, left as they are: ${kept.length}`, ...kept].join('\n')
      return { kind: 'done', result: { rows, kept: done.kept }, text }
    })
  },
}

export const importUndoCommands = { 'import list': list, 'import undo': undo }
