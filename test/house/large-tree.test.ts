import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../support/house.ts'
import { smallOrganisation } from '../support/people.ts'
import { type Session, sessionOf } from './wall.ts'

// 55,000 units in six levels and 50,000 people in one unit: what pages and searches ask comes by an index, under row security. Nothing
// is timed here; what the plans read is counted.

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let app: Session
let officer: Visitor
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  for (const [level, [from, to, above]] of levels.entries())
    await house.db.asSuperuser(grown(level + 2, from, to, above))
  await house.db.asSuperuser(crowd, [people.north.id])
  await house.db.asSuperuser(
    "insert into person (id, name, unit) select gen_random_uuid(), 'Nguyễn Văn ' || code, id from unit where code like 'U%'",
  )
  await house.db.asSuperuser('checkpoint') // tests commit without waiting: only what is on disk can be marked as seen by all
  for (const table of ['unit', 'roll']) await house.db.asSuperuser(`vacuum analyze ${table}`)
  app = await sessionOf(house.db, 'app')
  officer = await house.as(people.officer)
}, 300_000)
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await house[Symbol.asyncDispose]()
})

/** Numbers of the units of each level below the root, and how many there are one level above. */
const levels = [
  [1, 60, 1],
  [61, 1_060, 60],
  [1_061, 8_060, 1_000],
  [8_061, 25_060, 7_000],
  [25_061, 55_000, 17_000],
] as const

const grown = (level: number, from: number, to: number, above: number) => `
  insert into unit (id, code, name, parent, path)
  select gen_random_uuid(), 'U' || n, (array['Tổ dân phố', 'Chi bộ', 'Phường', 'Xã Hòa', 'Khoa'])[n % 5 + 1] || ' ' || n,
    (select id from unit where code = ${level === 2 ? "'DVM'" : `'U' || ${from - above} + (n % ${above})`}), 'x'
  from generate_series(${from}, ${to}) n`

const crowd = `
  insert into person (id, name, unit)
  select gen_random_uuid(), (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Vũ'])[n % 5 + 1] || ' '
    || (array['Văn', 'Thị', 'Đức', 'Ngọc'])[n % 4 + 1] || ' ' || (array['An', 'Bình', 'Châu', 'Dũng', 'Hà', 'Ân'])[n % 6 + 1] || ' ' || n, $1
  from generate_series(1, 50000) n`

type Node = { readonly [key: string]: unknown; readonly Plans?: readonly Node[] }
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]
const sum = (all: readonly Node[], key: string) => all.reduce((total, node) => total + Number(node[key] ?? 0), 0)

/** The plan of a statement as an officer's request has it, and how many pages of the table it touched. */
async function plan(sql: string, ...values: unknown[]) {
  await app.begin(people.officer.id)
  try {
    const { rows } = await app.run(`explain (analyze, buffers, timing off, format json) ${sql}`, values)
    const all = nodes(rows[0]['QUERY PLAN'][0].Plan)
    return {
      indexes: all.flatMap((node) => (node['Index Name'] ? [node['Index Name']] : [])),
      whole: all.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
      pages: sum(all.slice(0, 1), 'Shared Hit Blocks') + sum(all.slice(0, 1), 'Shared Read Blocks'),
    }
  } finally {
    await app.run('rollback')
  }
}
const order = 'order by left(name, 100) collate "vi-x-icu", id limit 201'

describe('the tree', () => {
  test('has 55,000 units, and a page of it reads the units right below one in their order', async () => {
    expect((await house.db.asSuperuser('select 1 from unit')).rowCount).toBeGreaterThanOrEqual(55_000)
    const seen = await plan(
      `select id, name from unit where parent = $1 and closed_at is null ${order}`,
      people.root.id,
    )
    expect(seen).toMatchObject({ indexes: ['unit_children'], whole: [] })
    expect(seen.pages).toBeLessThan(200)
  })

  test('is searched by trigrams, although the one who asks is under row security', async () => {
    for (const pattern of ['% u54321%', '% phuong 777%']) {
      const seen = await plan(`select id, name from unit where words like $1 and closed_at is null ${order}`, pattern)
      expect(seen).toMatchObject({ indexes: ['unit_words'], whole: [] })
      expect(seen.pages).toBeLessThan(2_000)
    }
  })

  test('a move of a branch of a thousand units leaves every path right', async () => {
    const [top] = (await house.db.asSuperuser("select id from unit where code = 'U1'")).rows
    const [to] = (await house.db.asSuperuser("select code from unit where code = 'U2'")).rows
    const boss = await people.person('Quản Trị', people.root.id)
    await people.grant(boss, 'administrator', null)
    const moved = await (await house.as(boss)).api('POST', `/v1/units/${top.id}/move`, { parent: to.code })
    expect(moved.status).toBe(200)
    const astray = await house.db.asSuperuser(
      "select 1 from unit child join unit above on above.id = child.parent where child.path::text <> above.path::text || '.' || replace(child.id::text, '-', '_')",
    )
    expect(astray.rowCount).toBe(0)
  })
})

describe('people of one unit', () => {
  /** What the function asks inside, as its owner asks it for the officer. */
  const inside = async (pattern: string) => {
    const { rows } = await house.db.asSuperuser(
      `explain (analyze, buffers, timing off, format json)
       select hit.person, hit.unit from kept_units() as kept (id) cross join lateral (
         select r.person, r.unit, r.sort from roll r where r.unit = kept.id and r.words like all (array['${pattern}']) order by r.sort limit 21) hit
       order by hit.sort, hit.person limit 21`,
    )
    return nodes(rows[0]['QUERY PLAN'][0].Plan)
  }

  test('are found by name along the index of their roll, the many and the one', async () => {
    await house.db.asSuperuser("select set_config('cd.actor', $1, false)", [people.officer.id])
    await house.db.asSuperuser('set role chinhdanh_keeper')
    try {
      for (const pattern of ['% nguyen%', '% 49999%', '% khong%']) {
        const all = await inside(pattern)
        expect(all.flatMap((node) => node['Index Name'] ?? [])).toEqual(['roll_in_order'])
        expect(all.map((node) => node['Node Type'])).not.toContain('Seq Scan')
        for (const node of all.filter((one) => one['Node Type'] === 'Sort'))
          expect(node['Actual Rows']).toBeLessThanOrEqual(21)
      }
    } finally {
      await house.db.asSuperuser('reset role')
    }
  })

  test('are found through the front door, in Vietnamese order', async () => {
    const names = async (q: string) =>
      (await officer.api('GET', `/v1/members?q=${encodeURIComponent(q)}`))
        .json()
        .members.map(({ name }: { name: string }) => name)
    expect(await names('49999')).toEqual([expect.stringMatching(/ 49999$/)])
    const many = await names('nguyen van')
    expect(many).toHaveLength(20)
    expect(many).toEqual([...many].sort(new Intl.Collator('vi').compare))
  })
})
