import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Given } from '../check-proof.ts'
import { recheckDue } from '../recheck-due.ts'
import { settleLeft } from './settle.ts'
import { type Asked, type Walk, walk } from './tests/walk.ts'

let never: Walk
let always: Walk
beforeAll(async () => {
  never = await walk(0)
  always = await walk(100)
})
afterAll(() => Promise.all([never[Symbol.asyncDispose](), always[Symbol.asyncDispose]()]))

const second = async (at: Walk, { proof }: Asked) => (await at.openRequest(proof, 2))?.id

test('at nought percent the lot falls on no page, at a hundred on each', async () => {
  for (const at of [never, always]) {
    const drawn = []
    for (const _ of [1, 2, 3, 4]) {
      const asked = await at.asks()
      await at.witnessed(asked)
      drawn.push((await second(at, asked)) !== undefined)
    }
    expect(drawn).toEqual(Array(4).fill(at === always))
  }
})

describe('when the lot falls', () => {
  let at: Walk
  let asked: Asked
  let again: string
  beforeEach(async () => {
    at = always
    asked = await at.asks()
    await at.witnessed(asked)
    again = (await second(at, asked)) as string
  })
  const next = async () => (await at.openRequest(asked.proof))?.id as string
  const notSeenAbove = async () => {
    await at.opens(again, at.above)
    await at.declines(again, at.above)
  }
  const page = async () => (await (await at.as(at.lan)).get(`/proofs/${asked.proof}`)).text

  test('the officer above is asked, and may open that one page of that one person, for that open request', async () => {
    const list = await (await at.as(at.above)).api('GET', '/v1/witness')
    expect(list.json().requests).toContainEqual(expect.objectContaining({ id: again, look: 2, unit: 'Phòng Mẫu 1' }))
    expect((await (await at.as(at.above)).get(`/records/${at.lan.id}`)).status).toBe(404)
    expect((await at.opens(again, at.above)).json()).toMatchObject({ look: 2, address: asked.address })
    expect((await at.opens(asked.request, at.above)).status).toBe(404)
    expect(await at.looks(at.lan)).toContainEqual(expect.objectContaining({ by_name: 'Phạm Văn Trên', about: again }))
  })

  test('the officer who looked first does not look again, also not as the officer above', async () => {
    await at.grant(at.officer, 'officer', at.root.id)
    try {
      expect((await at.opens(again)).status).toBe(404)
      expect((await at.code(again)).status).toBe(404)
    } finally {
      await at.db.asSuperuser('delete from role_held where person = $1 and unit = $2', [at.officer.id, at.root.id])
    }
  })

  test('nobody of the unit that looked first looks, nor a sibling, nor the person', async () => {
    const colleague = await at.person('Đồng Nghiệp', at.north.id)
    await at.grant(colleague, 'officer', at.north.id)
    for (const who of [colleague, at.sibling, at.lan, at.binh]) expect((await at.opens(again, who)).status).toBe(404)
    await at.db.asSuperuser('update role_held set to_at = now() where person = $1', [colleague.id])
  })

  test('its person is told, and cannot take it back', async () => {
    expect(await page()).toContain('Sổ đã rút thăm trang này')
    await (await at.as(at.lan)).post(`/proofs/${asked.proof}/withdraw`)
    expect(await at.state(again)).toBe('open')
  })

  test('and nobody looks, the level holds', async () => {
    await at.db.asSuperuser("update witness_request set asked_at = now() - interval '1 year' where id = $1", [again])
    await recheck()
    await settles()
    expect([await at.level(asked), await at.proofState(asked), await at.state(again)]).toEqual([1, 'found', 'open'])
  })

  test('and its person moves to another unit, nobody above looks at what was seen elsewhere', async () => {
    await at.db.asSuperuser('update person set unit = $2 where id = $1', [at.lan.id, at.south.id])
    try {
      for (const who of [at.above, at.sibling]) expect((await at.opens(again, who)).status).toBe(404)
    } finally {
      await at.db.asSuperuser('update person set unit = $2 where id = $1', [at.lan.id, at.north.id])
    }
  })

  test('and the officer above sees it too, nothing changes but the page, which names both', async () => {
    await at.code(again, at.above)
    expect((await at.confirms(again, asked.address, at.above, 'video_call')).status).toBe(200)
    expect([await at.level(asked), await at.proofState(asked)]).toEqual([1, 'found'])
    for (const words of ['Lê Văn C', 'Phạm Văn Trên, Trưởng ban, Đơn vị Mẫu']) expect(await page()).toContain(words)
    expect(await at.openRequest(asked.proof)).toBeUndefined()
    expect(await second(at, asked)).toBeUndefined()
  })

  test('and the officer above does not see it, the level holds, the first unit is asked again, and the person is told why', async () => {
    await notSeenAbove()
    expect([await at.level(asked), await at.proofState(asked)]).toEqual([1, 'missed'])
    const text = await page()
    for (const words of ['Lần xem thêm chưa thấy mã', 'Phạm Văn Trên', 'Trước ngày đó']) expect(text).toContain(words)
    const grace = await at.one('select grace_until - now() as left from proof where id = $1', asked.proof)
    expect(grace.left.days).toBe(13)
    const officer = await (await at.as(at.officer)).api('GET', '/v1/witness')
    expect(officer.json().requests).toContainEqual(expect.objectContaining({ id: await next(), look: 1 }))
    const home = await (await at.as(at.lan)).get('/declarations')
    expect(home.text).toContain(`/proofs/${asked.proof}`)
  })

  test('the answer of the first unit to that is no page to withdraw, and draws no lot again', async () => {
    await notSeenAbove()
    const third = await next()
    await (await at.as(at.lan)).post(`/proofs/${asked.proof}/withdraw`)
    expect(await at.state(third)).toBe('open')
    await at.code(third)
    expect((await at.confirms(third, asked.address)).status).toBe(200)
    expect([await at.level(asked), await at.proofState(asked)]).toEqual([1, 'found'])
    expect(await second(at, asked)).toBeUndefined()
    expect((await at.one('select grace_until from proof where id = $1', asked.proof)).grace_until).toBeNull()
  })

  test('not seen by the first unit then either, the proof is over, the page private again, and the person may ask anew', async () => {
    const lan = await at.as(at.lan)
    await lan.api('PATCH', `/v1/declarations/${asked.declaration}`, { visibility: 'confirmable' })
    await notSeenAbove()
    expect((await at.house.asPublic().get(`/v1/verify?url=${asked.address}`)).json().answer).toBe('confirmed')
    const third = await next()
    await at.opens(third)
    await at.declines(third)
    expect([await at.level(asked), await at.proofState(asked)]).toEqual([0, 'ended'])
    expect((await at.house.asPublic().get(`/v1/verify?url=${asked.address}`)).json()).toEqual({ answer: 'unconfirmed' })
    expect(await page()).toContain('cũng chưa thấy')
    const anew = await lan.api('POST', `/v1/declarations/${asked.declaration}/proofs`, { method: 'witnessed' })
    expect([anew.status, anew.json().id === asked.proof]).toEqual([201, false])
  })

  test('not answered within the 14 days, it is over by the same job that re-checks; before that day it is not', async () => {
    await notSeenAbove()
    const due = () => at.db.asSuperuser('update proof set next_check_at = now() where id = $1', [asked.proof])
    await due()
    await recheck()
    expect([await at.level(asked), await at.proofState(asked)]).toEqual([1, 'missed'])
    await at.db.asSuperuser("update proof set grace_until = now() - interval '1 minute' where id = $1", [asked.proof])
    const third = await next()
    await due()
    await recheck()
    expect([await at.level(asked), await at.proofState(asked), await at.state(third)]).toEqual([0, 'ended', 'ended'])
  })

  // Nothing of this leaves, so no net is needed.
  const terms = { label: 'so', url: 'http://localhost', today: () => '2026-11-24', sample: false }
  const given = () => ({ ...terms, db: at.db, settings: { second_look_percent: 0 } }) as unknown as Given
  const recheck = () => recheckDue(given())
  const settles = () => settleLeft(given())

  test('a word that was kept before the process died is settled by the job', async () => {
    const left = await at.asks()
    await at.code(left.request)
    await at.db.as(at.officer.id, async (tx) => {
      await sql`select witness_confirm(${left.request}, ${left.address}, 'in_person')`.execute(tx)
    })
    await settles()
    expect(await at.level(left)).toBe(0)
    await at.db.asSuperuser("update witness_request set decided_at = now() - interval '2 minutes' where id = $1", [
      left.request,
    ])
    await settles()
    expect([await at.level(left), await at.proofState(left)]).toEqual([1, 'found'])
    await settles()
    expect(await at.one('select count(*)::int as n from proof_check where proof = $1', left.proof)).toEqual({ n: 1 })
  })

  test('it falls once: a lot that was drawn is not drawn again', async () => {
    const one = async () =>
      at.db.under('checker', async (tx) => {
        const { rows } = await sql<{ drawn: boolean }>`
          select draw_second_look(${asked.request}, gen_random_uuid(), 100) as drawn`.execute(tx)
        return rows[0]?.drawn
      })
    await at.opens(again, at.above)
    await at.code(again, at.above)
    await at.confirms(again, asked.address, at.above)
    expect(await one()).toBe(false)
    expect(await second(at, asked)).toBeUndefined()
  })
})

test('whoever objected to second looks, and was granted it, has none; taken back, the lot falls again', async () => {
  const at = always
  const { rows } = await at.db.asSuperuser(
    `insert into right_request (id, number, kind, what, person, receipt, state) values (gen_random_uuid(), 'Y-9001', 'objection', 'second_look', $1, 'BN-YYYY-9001', 'granted')
     returning id`,
    [at.lan.id],
  )
  const asked = await at.asks()
  await at.witnessed(asked)
  expect(await at.level(asked)).toBe(1)
  expect(await second(at, asked)).toBeUndefined()
  await at.db.asSuperuser("update right_request set state = 'ended' where id = $1", [rows[0].id])
  const after = await at.asks()
  await at.witnessed(after)
  expect(await second(at, after)).toBeDefined()
})

test('where nobody is above, no second look is asked for', async () => {
  const at = always
  const asked = await at.asks(at.officer)
  await at.witnessed(asked, at.above)
  expect(await at.level(asked)).toBe(1)
  expect(await second(at, asked)).toBeUndefined()
})

test('the next unit above that has an officer in term is asked, when the one between has none', async () => {
  const at = always
  const middle = await at.unit('GIUA', 'Ban Giữa', at.root)
  const low = await at.unit('DUOI', 'Tổ Dưới', middle)
  const keeper = await at.person('Cán Bộ Dưới', low.id)
  await at.grant(keeper, 'officer', low.id)
  const member = await at.person('Thành Viên Dưới', low.id)
  const asked = await at.asks(member)
  await at.witnessed(asked, keeper)
  const again = (await second(at, asked)) as string
  expect((await at.opens(again, at.above)).status).toBe(200)
  const between = await at.person('Cán Bộ Giữa', middle.id)
  await at.grant(between, 'officer', middle.id)
  expect((await at.opens(again, at.above)).status).toBe(404)
  expect((await at.opens(again, between)).status).toBe(200)
})
