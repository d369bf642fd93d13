import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { testHouse } from '../../test/support/house.ts'
import { addUnit } from '../units/index.ts'
import { importFile, type Kind } from './index.ts'

let db: TestDatabase
beforeEach(async () => {
  db = await testDatabase()
})
afterEach(() => db[Symbol.asyncDispose]())

const bring = async (kind: Kind, text: string, more: { dryRun?: boolean; progress?: (written: number) => void } = {}) =>
  importFile(db, { kind, bytes: new TextEncoder().encode(text), ...more })
const rowsOf = async (sql: string, ...values: unknown[]) => (await db.asSuperuser(sql, values)).rows
const tree = async () =>
  Object.fromEntries(
    (
      await rowsOf(`select u.code, u.name, coalesce(string_agg(a.code, '/' order by nlevel(a.path)), '') as way
      from unit u left join unit a on u.path <@ a.path group by u.id`)
    ).map(({ code, name, way }) => [code, [way, name]]),
  )
const people = () =>
  rowsOf(
    'select p.ref, p.name, p.office, u.code as unit, p.phone, p.started_on::text from person p left join unit u on u.id = p.unit order by p.ref',
  )
const drafts = () =>
  rowsOf(
    "select p.ref, d.typed, d.address ->> 'canonical' as canonical from draft d join person p on p.id = d.person order by p.ref, d.id desc",
  )

const units = 'code,parent_code,name,type\nC,b,Tổ,tổ\nB,A,Phòng,phòng\nA,,Gốc,khối\n'
const persons = (...rows: readonly string[]) =>
  `person_id,full_name,office_title,unit_code,phone,start_date,accounts\n${rows.join('\n')}\n`

test('a file waits for whoever is changing the tree, and a file of units for whoever counts on it', async () => {
  await bring('units', units)
  for (const [lock, kind, text] of [
    ['pg_advisory_xact_lock', 'people', 'person_id,full_name,unit_code\nN1,Lê A,B\n'],
    ['pg_advisory_xact_lock_shared', 'units', 'code,parent_code,name\nC,A,Tổ\n'],
  ] as const) {
    await using other = await sessionOf(db, 'operator')
    await other.begin()
    await other.run(`select ${lock}(hashtextextended('tree', 0))`)
    let done = false
    const brought = bring(kind, text).then(() => {
      done = true
    })
    const waits = "select from pg_locks where locktype = 'advisory' and not granted"
    for (let n = 0; n < 1_000 && (await rowsOf(waits)).length === 0; n++)
      await new Promise((next) => setTimeout(next, 50))
    expect([kind, done, (await rowsOf(waits)).length]).toEqual([kind, false, 1])
    await other.run('commit')
    await brought
  }
})

describe('units', () => {
  test('come in with whoever is above first, whatever the order of the file', async () => {
    const { result } = await bring('units', units)
    expect(result).toEqual({ outcome: 'accepted', rows: 3, accepted: 3, rejected: [], warnings: {} })
    expect(await tree()).toEqual({ A: ['A', 'Gốc'], B: ['A/B', 'Phòng'], C: ['A/B/C', 'Tổ'] })
    expect(await rowsOf('select kind from unit order by code')).toEqual([
      { kind: 'khối' },
      { kind: 'phòng' },
      { kind: 'tổ' },
    ])
  })

  test('come in once, however often the file comes, and in whatever spelling', async () => {
    await bring('units', units)
    const before = await rowsOf('select * from unit order by id')
    await bring('units', units)
    await bring('units', units.replace('C,b', 'c,ｂ').replace('A,,', 'Ａ,,'))
    expect(await rowsOf('select * from unit order by id')).toEqual(before)
  })

  test('hang below units that the register has, change their names, and move with all that is below them', async () => {
    await bring('units', units)
    await bring('units', 'code,parent_code,name\nD,C,Nhóm\nB,,Phòng Mới\nE,d,Cuối\n')
    expect(await tree()).toEqual({
      A: ['A', 'Gốc'],
      B: ['B', 'Phòng Mới'],
      C: ['B/C', 'Tổ'],
      D: ['B/C/D', 'Nhóm'],
      E: ['B/C/D/E', 'Cuối'],
    })
    await bring('units', 'code,parent_code,name\nA,N,Gốc\nB,A,Phòng Mới\nN,,Trên\nM,B,Dưới\n')
    expect((await tree()).E).toEqual(['N/A/B/C/D/E', 'Cuối'])
    expect((await tree()).M).toEqual(['N/A/B/M', 'Dưới'])
  })

  test('change places with what is above them, and are refused where that would make a circle', async () => {
    await bring('units', units)
    expect((await bring('units', 'code,parent_code,name\nA,C,Gốc\n')).result.rejected).toEqual([
      { row: 2, reason: 'cycle' },
    ])
    await bring('units', 'code,parent_code,name\nA,C,Gốc\nB,C,Phòng\nC,,Tổ\n')
    expect(await tree()).toEqual({ A: ['C/A', 'Gốc'], B: ['C/B', 'Phòng'], C: ['C', 'Tổ'] })
  })

  test('stay where they are and keep their kind when the file has no such column', async () => {
    await bring('units', units)
    await bring('units', 'code,name\nC,Tổ Mới\nD,Riêng\n')
    expect(await tree()).toMatchObject({ C: ['A/B/C', 'Tổ Mới'], D: ['D', 'Riêng'] })
    expect(await rowsOf("select kind from unit where code = 'C'")).toEqual([{ kind: 'tổ' }])
  })

  test('as long as the contract allows are stored', async () => {
    const name = 'ộ'.repeat(2_000)
    expect((await bring('units', `code,name\nA,${name}\n`)).result.outcome).toBe('accepted')
    expect((await tree()).A).toEqual(['A', name])
    const file = `person_id,full_name,unit_code,office_title\n${'N'.repeat(2_000)},${name},A,${name}\n`
    expect((await bring('people', file)).result.outcome).toBe('accepted')
    expect((await people())[0]).toMatchObject({ name, office: name })
    const code = Array.from({ length: 1_000 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919) % 20_000))).join('')
    expect((await bring('units', `code,name\n${code},x\n`)).result.rejected).toEqual([
      { row: 2, reason: 'cell_too_long' },
    ])
  })

  test('that get another name get it in public too, where an answer names them', async () => {
    await bring('units', units)
    await bring('people', 'person_id,full_name,unit_code\nN1,Lê A,B\n')
    const id = (await rowsOf('select id from person'))[0].id
    const page = await declared(db, { id }, 'https://le-a.example.com/', {
      visibility: 'listed',
      shows: 'name_and_office',
      level: 2,
    })
    const office = async () =>
      (await rowsOf('select office from published where canonical = $1', page.canonical))[0].office
    expect(await office()).toBe('Phòng')
    await bring('units', 'code,name\nB,Phòng Mới\n')
    expect(await office()).toBe('Phòng Mới')
  })

  test('that are closed keep their code, and nothing comes in below them', async () => {
    await bring('units', units)
    await db.asSuperuser("update unit set closed_at = now() where code = 'C'")
    const { result, difference } = await bring('units', 'code,parent_code,name\nc,B,Tổ\nD,C,Nhóm\nB,A,Phòng\n', {
      dryRun: true,
    })
    expect(result.rejected).toEqual([
      { row: 2, reason: 'duplicate_code' },
      { row: 3, reason: 'missing_parent' },
    ])
    expect(difference?.missing).toEqual(['A'])
    expect((await bring('units', 'code,parent_code,name\nD,C,Nhóm\n')).result.rejected).toEqual([
      { row: 2, reason: 'missing_parent' },
    ])
  })

  test('that differ from another only in letter case are not added by hand either', async () => {
    await bring('units', units)
    expect(await db.under('operator', (tx) => addUnit(tx, { code: 'b', name: 'x' }))).toEqual({
      kind: 'refused',
      code: 'unit_code_taken',
    })
  })
})

describe('people', () => {
  beforeEach(() => bring('units', units))
  const two = persons('N1,Lê Thị Thử,Chuyên viên,b,912345678,1/3/2021,x.com/mot', 'N2,Trần Văn Mẫu,,C,,,')

  test('come in as the contract stores them, with a line on the roll', async () => {
    expect((await bring('people', two)).result).toMatchObject({
      outcome: 'accepted',
      warnings: { phone_zero_restored: 1 },
    })
    expect(await people()).toEqual([
      {
        ref: 'N1',
        name: 'Lê Thị Thử',
        office: 'Chuyên viên',
        unit: 'B',
        phone: '0912345678',
        started_on: '2021-03-01',
      },
      { ref: 'N2', name: 'Trần Văn Mẫu', office: null, unit: 'C', phone: null, started_on: null },
    ])
    expect(await rowsOf('select name from roll order by name')).toEqual([
      { name: 'Lê Thị Thử' },
      { name: 'Trần Văn Mẫu' },
    ])
  })

  test('come in once; who is there is changed to what the file says, and moves to the unit it names', async () => {
    await bring('people', two)
    const before = await rowsOf('select id, unit_since from person order by ref')
    await bring('people', two)
    expect(await rowsOf('select id, unit_since from person order by ref')).toEqual(before)
    await bring('people', 'person_id,full_name,unit_code\nｎ1,Lê Thị Mới,A\n')
    expect((await people())[0]).toEqual({
      ref: 'N1',
      name: 'Lê Thị Mới',
      office: 'Chuyên viên',
      unit: 'A',
      phone: '0912345678',
      started_on: '2021-03-01',
    })
    expect(await rowsOf("select unit_since > joined_at as moved from person where ref = 'N1'")).toEqual([
      { moved: true },
    ])
    expect(await people()).toHaveLength(2)
  })

  test('good rows come in although others are rejected; a refused file changes nothing', async () => {
    const { result } = await bring('people', persons('N1,Lê A,,A,1,,', 'N2,Lê B,,A,,,', 'N3,Lê C,,Z,,,'))
    expect(result).toMatchObject({ outcome: 'partial', rows: 3, accepted: 1 })
    expect((await people()).map(({ ref }) => ref)).toEqual(['N2'])
    expect((await bring('people', 'x,y\n1,2\n')).result).toEqual({
      outcome: 'refused',
      reason: 'no_header',
      rows: 0,
      accepted: 0,
      rejected: [],
      warnings: {},
    })
    expect(
      await rowsOf(
        'select kind, rows, accepted, rejected, written, ended_at is not null as ended from import order by id',
      ),
    ).toEqual([
      { kind: 'units', rows: 3, accepted: 3, rejected: 0, written: 3, ended: true },
      { kind: 'people', rows: 3, accepted: 1, rejected: 2, written: 1, ended: true },
    ])
  })

  test('go into no unit that is closed', async () => {
    await db.asSuperuser("update unit set closed_at = now() where code = 'C'")
    expect((await bring('people', two)).result.rejected).toEqual([{ row: 3, reason: 'missing_unit' }])
  })
})

describe('accounts', () => {
  beforeEach(async () => {
    await bring('units', units)
    await bring('people', persons('N1,Lê A,,A,,,"x.com/mot; @ai_do\nfacebook.com/lea.mau; x.com/MOT"', 'N2,Lê B,,A,,,'))
  })
  const idOf = async (ref: string) => (await rowsOf('select id from person where ref = $1', ref))[0].id as string

  test('are private drafts of the person, in their order; what is no account is kept as it was written', async () => {
    expect(await drafts()).toEqual([
      { ref: 'N1', typed: 'x.com/mot', canonical: 'https://x.com/mot' },
      { ref: 'N1', typed: 'facebook.com/lea.mau', canonical: 'https://www.facebook.com/leamau' },
    ])
    const seen = await db.as(await idOf('N1'), (tx) =>
      tx.selectFrom('offered_account').select(['typed', 'canonical']).orderBy('id').execute(),
    )
    expect(seen.map(({ typed }) => typed)).toEqual(['x.com/mot', '@ai_do', 'facebook.com/lea.mau'])
    expect(await db.as(await idOf('N2'), (tx) => tx.selectFrom('offered_account').selectAll().execute())).toEqual([])
  })

  test('stand on the page of their person as a question, and on nobody else’s', async () => {
    await using house = await testHouse({ db })
    const mine = await (await house.as({ id: await idOf('N1') })).get('/declarations/offered')
    const text = mine.text.replaceAll('<wbr/>', '')
    expect([mine.status, text.includes('x.com/mot'), text.includes('facebook.com/leamau')]).toEqual([200, true, true])
    expect((await (await house.as({ id: await idOf('N2') })).get('/declarations')).text).not.toContain('x.com/mot')
    await db.asSuperuser(
      "insert into role_held (id, person, role, unit) select gen_random_uuid(), $1, 'officer', unit from person where id = $1",
      [await idOf('N2')],
    )
    await using officer = await sessionOf(db, 'app')
    await officer.begin(await idOf('N2'))
    await officer.run(
      "insert into access (id, subject, purpose, fields) values (gen_random_uuid(), $1, 'help', 'record')",
      [await idOf('N1')],
    )
    expect([await officer.sees('select from draft'), await officer.sees('select from offered_account')]).toEqual([0, 0])
  })

  test('come in a file of their own too, for people who are there', async () => {
    const file = 'person_id,platform,url\nn2,x,hai_ba\nN9,,x.com/a\nN2,,https://x.com/hai_ba\n'
    expect((await bring('accounts', file)).result).toMatchObject({
      outcome: 'partial',
      accepted: 2,
      rejected: [{ row: 3, reason: 'missing_person' }],
    })
    expect((await drafts()).filter(({ ref }) => ref === 'N2')).toEqual([
      { ref: 'N2', typed: 'hai_ba', canonical: 'https://x.com/hai_ba' },
    ])
  })

  test('are offered once: not again to who threw the draft away, and not to who has drafted or declared it', async () => {
    await db.as(await idOf('N1'), (tx) => tx.deleteFrom('draft').where('typed', '=', 'x.com/mot').execute())
    await bring('accounts', 'person_id,url\nN1,x.com/mot\nN1,facebook.com/lea.mau\n')
    expect((await drafts()).map(({ typed }) => typed)).toEqual(['facebook.com/lea.mau'])
    const id = await idOf('N2')
    await db.as(id, (tx) =>
      tx
        .insertInto('draft')
        .values({ id, person: id, typed: 'tự khai', address: JSON.stringify({ canonical: 'https://x.com/ba' }) })
        .execute(),
    )
    await bring('accounts', 'person_id,url\nN2,x.com/ba\n')
    expect((await drafts()).map(({ typed }) => typed)).toEqual(['facebook.com/lea.mau', 'tự khai'])
  })

  test('the operator is told nothing of drafts and offers, and cannot read them', async () => {
    for (const table of ['draft', 'offered_account', 'declaration'] as const)
      await expect(db.under('operator', (tx) => tx.selectFrom(table).selectAll().execute())).rejects.toMatchObject({
        code: '42501',
      })
  })
})

describe('many', () => {
  const many = (n: number, name = 'Lê A') =>
    persons(...Array.from({ length: n }, (_, at) => `N${at},${name},,A,,,x.com/a${at}`))
  beforeEach(() => bring('units', units))

  test('a block that fails is not written at all, and the ones before stay; the same file then goes on', async () => {
    await db.asSuperuser(`create function fail() returns trigger language plpgsql as $$ begin raise exception 'lost'; end $$;
      create trigger fail before insert on person for each row when (new.ref = 'N1500') execute function fail()`)
    await expect(bring('people', many(2_500))).rejects.toThrow('lost')
    expect(
      await rowsOf('select count(*)::int as people, (select count(*)::int from draft) as drafts from person'),
    ).toEqual([{ people: 1_000, drafts: 1_000 }])
    expect(await rowsOf("select written, ended_at from import where kind = 'people'")).toEqual([
      { written: 1_000, ended_at: null },
    ])
    await db.asSuperuser('drop trigger fail on person')
    const said: number[] = []
    await bring('people', many(2_500), { progress: (written) => said.push(written) })
    expect(said).toEqual([2_000, 2_500])
    expect(
      await rowsOf('select count(*)::int as people, (select count(*)::int from draft) as drafts from person'),
    ).toEqual([{ people: 2_500, drafts: 2_500 }])
    expect(await rowsOf("select written, ended_at is not null as ended from import where kind = 'people'")).toEqual([
      { written: 2_500, ended: true },
    ])
  })

  test('two that import the same at once write it once', async () => {
    await Promise.all([bring('people', many(1_500)), bring('people', many(1_500)), bring('units', units)])
    expect(await people()).toHaveLength(1_500)
    expect(await drafts()).toHaveLength(1_500)
  })

  test('a dry run writes nothing and says what would be new, changed, moved and the same, and who is missing', async () => {
    await bring('people', many(4))
    await db.asSuperuser("update person set left_at = now() where ref = 'N3'")
    const file = persons('N0,Lê A,,A,,,', 'N1,Lê B,,A,,,', 'N2,Lê A,,B,,,', 'N5,Lê A,,A,,,', 'N6,,,A,,,')
    const before = await rowsOf('select * from person order by id')
    const { result, difference } = await bring('people', file, { dryRun: true })
    expect([result.accepted, difference]).toEqual([4, { new: 1, changed: 1, moved: 1, same: 1, missing: [] }])
    expect(await rowsOf('select * from person order by id')).toEqual(before)
    expect(await rowsOf("select count(*)::int from import where kind = 'people'")).toEqual([{ count: 1 }])
    const one = 'code,parent_code,name,type\nB,,Phòng,phòng\nC,B,Tổ Mới,tổ\nD,B,Mới,tổ\n'
    expect((await bring('units', one, { dryRun: true })).difference).toEqual({
      new: 1,
      changed: 1,
      moved: 1,
      same: 0,
      missing: ['A'],
    })
  })
})
