import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { declared } from '../../../test/house/declared.ts'
import { type TestHouse, testHouse } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { resume } from '../jobs.ts'
import { uploads } from '../tests/uploads.ts'
import { goOn } from './go-on.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let boss: { id: string; name: string }
beforeEach(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  boss = await people.person('Quản Trị', people.root.id)
  await people.grant(boss, 'administrator', null)
})
afterEach(() => house[Symbol.asyncDispose]())

const rowsOf = async (text: string, ...values: unknown[]) => (await house.db.asSuperuser(text, values)).rows
const persons = (...rows: readonly string[]) =>
  `person_id,full_name,office_title,unit_code,accounts\n${rows.join('\n')}\n`
const names = () =>
  rowsOf(
    'select p.ref, p.name, p.office, u.code as unit from person p join unit u on u.id = p.unit where p.ref is not null order by p.ref',
  )
const many = (n: number) => persons(...Array.from({ length: n }, (_, k) => `N${k},Người ${k},,PM1,`))

describe('a file of people by an administrator', () => {
  test('is read first, and nothing is in the register until it is confirmed', async () => {
    const sends = await uploads(house, boss)
    const read = await sends.file(
      'people',
      persons('N1,Lê A,Chuyên viên,PM1,https://facebook.com/le.a.mau', 'N2,Lê B,,KHONG,'),
    )
    expect(read).toMatchObject({
      status: 201,
      body: { state: 'read', accepted: 1, rejected: 1, counts: { new: 1, rejected: 1 } },
    })
    expect(await names()).toEqual([])
    expect(await sends.act(read.body.id, 'confirm')).toMatchObject({
      status: 200,
      body: { state: 'written', written: 1 },
    })
    expect(await names()).toEqual([{ ref: 'N1', name: 'Lê A', office: 'Chuyên viên', unit: 'PM1' }])
    expect(await rowsOf('select bytes from import_file')).toEqual([])
    expect(
      await rowsOf('select began_by_name from membership m join person p on p.id = m.person where p.ref is not null'),
    ).toEqual([{ began_by_name: 'Quản Trị' }])
    expect(await rowsOf("select address ->> 'canonical' as c from draft")).toEqual([
      { c: 'https://www.facebook.com/leamau' },
    ])
  })

  test('says what is new, changed, moved, the same and missing', async () => {
    const sends = await uploads(house, boss)
    await sends.written('people', persons('N1,A,,PM1,', 'N2,B,,PM1,', 'N3,C,,PM1,', 'N4,D,,PM1,'))
    const { body } = await sends.file('people', persons('n１,A,,PM1,', 'N2,B Mới,,PM1,', 'N3,C,,PM2,', 'N5,E,,PM1,'))
    expect(body.counts).toMatchObject({ same: 1, changed: 1, moved: 1, new: 1, missing: 1 })
    expect((await sends.rows(body.id, 'missing')).rows).toEqual([
      { row: 0, fields: ['N4', ''], differs: [], reason: null },
    ])
    expect((await sends.rows(body.id, 'changed')).rows[0].differs).toEqual(['full_name'])
    await sends.act(body.id, 'confirm')
    expect((await names()).map(({ ref, name, unit }) => [ref, name, unit])).toEqual([
      ['N1', 'A', 'PM1'],
      ['N2', 'B Mới', 'PM1'],
      ['N3', 'C', 'PM2'],
      ['N4', 'D', 'PM1'],
      ['N5', 'E', 'PM1'],
    ])
  })

  test('that was cut off between blocks goes on at the next, and doubles nothing', async () => {
    const sends = await uploads(house, boss)
    const { body } = await sends.file('people', many(2500))
    await rowsOf("update import set state = 'writing' where id = $1", body.id)
    const work = { import: body.id, by: boss.id }
    await goOn(house.db, work, 1)
    expect(await rowsOf('select written from import')).toEqual([{ written: 1000 }])
    // Two workers at once, as after a kill that was none: they take turns.
    await Promise.all([goOn(house.db, work), goOn(house.db, work)])
    expect(await rowsOf('select written, state from import')).toEqual([{ written: 2500, state: 'written' }])
    expect(
      await rowsOf('select count(*)::int, count(distinct ref)::int as refs from person where ref is not null'),
    ).toEqual([{ count: 2500, refs: 2500 }])
  })

  test('whose block the machine did not finish in time is written in smaller blocks', async () => {
    const sends = await uploads(house, boss)
    const { body } = await sends.file('people', many(1200))
    await rowsOf("update import set state = 'writing' where id = $1", body.id)
    let cut = 2
    const cutOff: typeof house.db.as = (...how) =>
      cut-- > 0 ? Promise.reject(new Error('Connection terminated unexpectedly')) : house.db.as(...how)
    await goOn({ ...house.db, as: cutOff }, { import: body.id, by: boss.id }, 1)
    expect(await rowsOf('select written, state from import')).toEqual([{ written: 250, state: 'writing' }])
    const never = () => Promise.reject(new Error('Connection terminated unexpectedly'))
    await expect(goOn({ ...house.db, as: never }, { import: body.id, by: boss.id })).rejects.toThrow('terminated')
  })

  test('that the queue gave up is gone on with after five minutes, and one that is being written is left alone', async () => {
    const sends = await uploads(house, boss)
    const { body } = await sends.file('people', many(1200))
    await rowsOf("update import set state = 'writing', moved_at = now() - interval '4 minutes' where id = $1", body.id)
    await resume(house.db)
    expect(await rowsOf('select written from import')).toEqual([{ written: 0 }])
    await rowsOf("update import set moved_at = now() - interval '6 minutes' where id = $1", body.id)
    await resume(house.db)
    expect(await rowsOf('select written, state from import')).toEqual([{ written: 1200, state: 'written' }])
  })

  test('writes a block whole or not at all', async () => {
    const sends = await uploads(house, boss)
    const { body } = await sends.file('people', many(1500))
    await rowsOf(
      "create function stop() returns trigger language plpgsql as $$ begin if new.ref = 'N1200' then raise exception 'stop'; end if; return new; end $$",
    )
    await rowsOf('create trigger stop before insert on person for each row execute function stop()')
    await expect(sends.act(body.id, 'confirm')).resolves.toMatchObject({ status: 500 })
    expect(await rowsOf('select written, state from import')).toEqual([{ written: 1000, state: 'writing' }])
    expect(await rowsOf('select count(*)::int from person where ref is not null')).toEqual([{ count: 1000 }])
    await rowsOf('drop trigger stop on person')
    expect(await sends.act(body.id, 'confirm')).toMatchObject({
      status: 200,
      body: { state: 'written', written: 1500 },
    })
    expect(await rowsOf('select count(*)::int from person where ref is not null')).toEqual([{ count: 1500 }])
  })

  test('stops before the next block when it is cancelled; what is in stays and can be taken back', async () => {
    const sends = await uploads(house, boss)
    const { body } = await sends.file('people', many(2500))
    await rowsOf("update import set state = 'writing' where id = $1", body.id)
    await goOn(house.db, { import: body.id, by: boss.id }, 1)
    expect((await sends.act(body.id, 'cancel')).status).toBe(200)
    await goOn(house.db, { import: body.id, by: boss.id })
    expect(await rowsOf('select written, state from import')).toEqual([{ written: 1000, state: 'cancelled' }])
    expect(await sends.act(body.id, 'undo')).toMatchObject({ status: 200, body: { state: 'undone' } })
    expect(await rowsOf('select count(*)::int from person where ref is not null')).toEqual([{ count: 0 }])
  })

  test('is not gone on with for who administers no more', async () => {
    const sends = await uploads(house, boss)
    const { body } = await sends.file('people', many(3))
    await rowsOf("update import set state = 'writing' where id = $1", body.id)
    await rowsOf('update role_held set to_at = now() where person = $1', boss.id)
    await goOn(house.db, { import: body.id, by: boss.id })
    expect(await names()).toEqual([])
    expect(await rowsOf('select distinct reason from import_row')).toEqual([{ reason: 'missing_unit' }])
  })
})

describe('taking back', () => {
  test('gives back exactly what the file did; what was changed since, and whoever has filed, stays and is listed', async () => {
    const sends = await uploads(house, boss)
    await sends.written('people', persons('N1,A,Cũ,PM1,', 'N2,B,,PM1,', 'N3,C,,PM1,'))
    const { body } = await sends.written(
      'people',
      persons('N1,A,Mới,PM1,', 'N2,B,,PM2,', 'N3,C Mới,,PM1,', 'N4,D,,PM1,', 'N5,E,,PM1,'),
    )
    const [filed] = await rowsOf("select id from person where ref = 'N5'")
    await declared(house.db, filed, 'https://e.example.com/')
    await rowsOf("update person set name = 'C Khác' where ref = 'N3'")
    expect(await sends.act(body.id, 'undo')).toMatchObject({
      status: 200,
      body: { state: 'undone', counts: { kept: 2 } },
    })
    expect((await names()).map(({ ref, name, office, unit }) => [ref, name, office, unit])).toEqual([
      ['N1', 'A', 'Cũ', 'PM1'],
      ['N2', 'B', null, 'PM1'],
      ['N3', 'C Khác', null, 'PM1'],
      ['N5', 'E', null, 'PM1'],
    ])
    const kept = (await sends.rows(body.id, 'kept')).rows.map(
      ({ fields, reason }: { fields: string[]; reason: string }) => [fields[0], reason],
    )
    expect(kept).toEqual([
      ['N3', 'changed_since'],
      ['N5', 'in_use'],
    ])
  })

  test('is done once, and not after seven days', async () => {
    const sends = await uploads(house, boss)
    const { body } = await sends.written('people', persons('N1,A,,PM1,'))
    await rowsOf("update import set ended_at = now() - interval '8 days'")
    expect(await sends.act(body.id, 'undo')).toMatchObject({ status: 409, body: { code: 'undo_too_late' } })
    await rowsOf('update import set ended_at = now()')
    await sends.act(body.id, 'undo')
    await sends.written('people', persons('N1,A,,PM1,'))
    await sends.act(body.id, 'undo')
    expect((await names()).map(({ ref }) => ref)).toEqual(['N1'])
  })

  test('goes on after it was cut off', async () => {
    const sends = await uploads(house, boss)
    const { body } = await sends.written('people', many(1500))
    await rowsOf("update import set state = 'undoing', undo_at = now() where id = $1", body.id)
    await goOn(house.db, { import: body.id, by: boss.id }, 1)
    const [half] = await rowsOf('select undone from import') // a thousand, or fewer where the machine has other work
    expect([half.undone > 0, half.undone < 1500]).toEqual([true, true])
    await goOn(house.db, { import: body.id, by: boss.id })
    expect(await names()).toEqual([])
  })

  test('of units takes new ones away from below, and moves the others back', async () => {
    const sends = await uploads(house, boss)
    const { body } = await sends.written(
      'units',
      'code,parent_code,name,type\nX,PM1,Tổ X,tổ\nY,X,Nhóm Y,\nPM2,PM1,Phòng Hai,\n',
    )
    expect(body.counts).toMatchObject({ new: 2, moved: 1 })
    await people.person('Người Ở Y', (await rowsOf("select id from unit where code = 'Y'"))[0].id)
    const undone = await sends.act(body.id, 'undo')
    expect(undone.body.counts.kept).toBe(2)
    expect(
      await rowsOf(
        'select u.code, u.name, a.code as above from unit u left join unit a on a.id = u.parent order by u.code',
      ),
    ).toEqual([
      { code: 'DVM', name: 'Đơn vị Mẫu', above: null },
      { code: 'PM1', name: 'Phòng Mẫu 1', above: 'DVM' },
      { code: 'PM2', name: 'Phòng Mẫu 2', above: 'DVM' },
      { code: 'X', name: 'Tổ X', above: 'PM1' },
      { code: 'Y', name: 'Nhóm Y', above: 'X' },
    ])
  })
})

describe('an officer', () => {
  test('brings people into the unit they keep and into no other; their numbers tell nothing of people elsewhere', async () => {
    const chief = await uploads(house, boss)
    await chief.written('people', persons('N1,Ở Nơi Khác,,PM2,'))
    const sends = await uploads(house, people.officer)
    const { body } = await sends.file('people', persons('N1,Trùng Số,,PM1,', 'N2,Người Mới,,PM2,', 'N3,Người Ba,,PM1,'))
    expect(body.counts).toMatchObject({ new: 2, rejected: 1 })
    await sends.act(body.id, 'confirm')
    const there = () =>
      rowsOf(
        "select p.name, p.ref, p.unit_ref from person p where p.name in ('Ở Nơi Khác', 'Trùng Số', 'Người Ba') order by 1",
      )
    const after = [
      { name: 'Người Ba', ref: null, unit_ref: 'N3' },
      { name: 'Trùng Số', ref: null, unit_ref: 'N1' },
      { name: 'Ở Nơi Khác', ref: 'N1', unit_ref: null },
    ]
    expect(await there()).toEqual(after)
    const again = await sends.file('people', persons('N1,Trùng Số,,PM1,', 'N3,Người Ba,,PM1,'))
    expect(again.body.counts).toMatchObject({ same: 2, new: 0 })
    const missing = (await sends.rows(again.body.id, 'missing')).rows.map(
      ({ fields }: { fields: string[] }) => fields[1],
    )
    expect(missing).toEqual(['Lê Văn C', 'Nguyễn Thị Lan'])
    expect(await rowsOf("select count(*)::int from access where purpose = 'list'")).toEqual([{ count: 2 }])
  })

  test('brings no units, and nobody without a role brings anything', async () => {
    const sends = await uploads(house, people.officer)
    expect(await sends.file('units', 'code,name\nX,X\n')).toMatchObject({
      status: 422,
      body: { code: 'file_kind_missing' },
    })
    expect((await (await uploads(house, people.lan)).file('people', persons('N1,A,,PM1,'))).status).toBe(404)
  })

  test('does not see or touch an import of somebody else', async () => {
    const { body } = await (await uploads(house, boss)).file('people', persons('N1,A,,PM1,'))
    const officer = await house.as(people.officer)
    for (const path of ['', '/rows?part=new'])
      expect((await officer.api('GET', `/v1/imports/${body.id}${path}`)).status).toBe(404)
    for (const act of ['confirm', 'cancel', 'undo', 'discard'])
      expect((await officer.api('POST', `/v1/imports/${body.id}/${act}`)).status).toBe(404)
    expect(await names()).toEqual([])
  })

  test('does not change their own row, nor take out of the unit who bears a role', async () => {
    const below = await people.unit('PM1A', 'Tổ Một', people.north)
    await rowsOf("update person set unit_ref = 'M1' where id = $1", people.officer.id)
    const [holder] = [await people.person('Kiểm Tra', people.north.id)]
    await people.grant(holder, 'auditor', null)
    await rowsOf("update person set unit_ref = 'M2', unit = $2 where id = $1", holder.id, below.id)
    const sends = await uploads(house, people.officer)
    const { body } = await sends.file('people', persons('M1,Tên Khác,Trưởng phòng,PM1,'))
    expect((await sends.rows(body.id, 'rejected')).rows[0].reason).toBe('oneself')
  })
})
