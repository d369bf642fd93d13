import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asked, type Walk, walk } from './tests/walk.ts'

// Who may witness, asked at every step: the list, the page, the code, the word, and its refusal.

let at: Walk
beforeAll(async () => {
  at = await walk()
})
afterAll(() => at[Symbol.asyncDispose]())

type Person = { readonly id: string }
const sees = async (who: Person, { request }: Asked): Promise<boolean> => {
  const list = await (await at.as(who)).api('GET', '/v1/witness')
  return list.status === 200 && list.json().requests.some(({ id }: { id: string }) => id === request)
}

/** Everything that somebody tries who may not: by script and by page. */
async function triesAll(who: Person, asked: Asked): Promise<void> {
  const visitor = await at.as(who)
  const body = { address: asked.address, seen: 'in_person' }
  const [before, looks] = [await at.state(asked.request), await allLooks()]
  const answers = [
    await at.opens(asked.request, who),
    await at.code(asked.request, who),
    await at.confirms(asked.request, asked.address, who),
    await at.declines(asked.request, who),
    await visitor.get(`/witness/${asked.request}`),
    await visitor.post(`/witness/${asked.request}`),
    await visitor.post(`/witness/${asked.request}/code`),
    await visitor.post(`/witness/${asked.request}/confirm`, body),
    await visitor.post(`/witness/${asked.request}/decline`),
  ]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
  for (const { text } of answers) {
    expect(text).not.toContain(asked.address)
    expect(text).not.toMatch(/CD-[0-9A-Z]{4}-/)
  }
  expect(await sees(who, asked)).toBe(false)
  expect([await at.state(asked.request), await allLooks()]).toEqual([before, looks])
}
const allLooks = async () => (await at.one("select count(*)::int as n from access where purpose = 'witness'")).n

const officerOf = async (name: string, unit: string) => {
  const someone = await at.person(name, unit, 'Cán bộ')
  await at.grant(someone, 'officer', unit)
  return someone
}
const endTerm = (who: Person) => at.db.asSuperuser('update role_held set to_at = now() where person = $1', [who.id])

describe('nobody but the officer of the unit witnesses:', () => {
  test('not the member who asks, not a colleague, not the sibling’s officer, not the officer above', async () => {
    const asked = await at.asks()
    const colleague = await at.person('Phạm Thị D', at.north.id)
    for (const who of [at.lan, colleague, at.binh, at.sibling, at.above]) await triesAll(who, asked)
    expect(await sees(at.officer, asked)).toBe(true)
  })

  test('not a reviewer, overseer, auditor or administrator of that unit', async () => {
    const asked = await at.asks()
    for (const role of ['reviewer', 'overseer', 'auditor', 'administrator']) {
      const someone = await at.person(`Người ${role}`, at.north.id)
      await at.grant(someone, role, at.north.id)
      await triesAll(someone, asked)
    }
  })

  test('not an officer whose term has ended, not one whose term is to come, waits for a second person, or who has left', async () => {
    const asked = await at.asks()
    for (const change of ['to_at = now()', "from_at = now() + interval '1 day'", "state = 'proposed'"]) {
      const someone = await officerOf('Cán Bộ Khác', at.north.id)
      expect(await sees(someone, asked)).toBe(true)
      await at.db.asSuperuser(`update role_held set ${change} where person = $1`, [someone.id])
      await triesAll(someone, asked)
    }
    const gone = await officerOf('Cán Bộ Đã Rời', at.north.id)
    await at.db.asSuperuser('update person set left_at = now() where id = $1', [gone.id])
    expect((await at.opens(asked.request, gone)).status).toBe(401)
  })

  test('not an officer whose term ends between the code and the word', async () => {
    const someone = await officerOf('Cán Bộ Vừa Hết', at.north.id)
    const asked = await at.asks()
    await at.code(asked.request, someone)
    await endTerm(someone)
    const answers = [
      await at.confirms(asked.request, asked.address, someone),
      await at.declines(asked.request, someone),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect([await at.state(asked.request), await at.level(asked)]).toEqual(['open', 0])
  })
})

describe('nobody witnesses themselves:', () => {
  test('not an officer of their own unit, by page, by script or by token; the nearest officer above does', async () => {
    const asked = await at.asks(at.officer)
    await triesAll(at.officer, asked)
    expect(await sees(at.above, asked)).toBe(true)
    expect((await at.witnessed(asked, at.above)).status).toBe(200)
    expect(await at.level(asked)).toBe(1)
  })

  test('a second officer of the same unit comes before the unit above', async () => {
    const colleague = await officerOf('Cán Bộ Thứ Hai', at.north.id)
    const asked = await at.asks(at.officer)
    expect([await sees(colleague, asked), await sees(at.above, asked)]).toEqual([true, false])
    await endTerm(colleague)
    expect([await sees(colleague, asked), await sees(at.above, asked)]).toEqual([false, true])
  })
})

describe('an account of the officer’s own', () => {
  test('declared by somebody else is not theirs to witness: another officer does', async () => {
    const address = at.newAddress()
    await at.declares(at.officer, address)
    const asked = await at.asks(at.lan, address)
    await triesAll(at.officer, asked)
    expect(await sees(at.above, asked)).toBe(true)
  })

  test('counts also when they closed it before', async () => {
    const address = at.newAddress()
    const own = await at.declares(at.officer, address)
    await at.db.asSuperuser('update declaration set ended_at = now() where id = $1', [own])
    const asked = await at.asks(at.lan, address)
    await triesAll(at.officer, asked)
  })

  test('counts also when it goes by another name with the same permanent id', async () => {
    const address = at.newAddress()
    const own = await at.declares(at.officer)
    const asked = await at.asks(at.lan, address)
    expect(await sees(at.officer, asked)).toBe(true)
    await at.db.asSuperuser("update declaration set uid = 'same' where id = any($1)", [[own, asked.declaration]])
    await triesAll(at.officer, asked)
    await at.db.asSuperuser('update declaration set uid = null where id = $1', [own])
  })

  test('counts also when it is declared after the code was given', async () => {
    const address = at.newAddress()
    const asked = await at.asks(at.lan, address)
    await at.code(asked.request)
    await at.declares(at.officer, address)
    expect((await at.confirms(asked.request, address)).status).toBe(404)
    expect(await at.level(asked)).toBe(0)
  })

  test('is no secret told to its rival: the page of who asks is the same', async () => {
    const address = at.newAddress()
    await at.declares(at.officer, address)
    const lan = await at.as(at.lan)
    const page = async ({ proof, number, address: own }: Asked) =>
      (await lan.get(`/proofs/${proof}`)).text
        .replaceAll(proof, 'PROOF')
        .replaceAll(number, 'NUMBER')
        .replace(/taikhoanmau\d+/g, own && 'NAME')
        .replace(/\/declarations\/[\w-]+\//g, '/declarations/ID/')
    expect(await page(await at.asks(at.lan, address))).toBe(await page(await at.asks()))
  })
})

describe('a unit without an officer in term', () => {
  test('is kept by the nearest above that has one, and by its own again as soon as there is one', async () => {
    const lonely = await at.unit('PM9', 'Tổ Mẫu 9', at.north)
    const member = await at.person('Lý Thị M', lonely.id)
    const asked = await at.asks(member)
    expect([await sees(at.officer, asked), await sees(at.above, asked)]).toEqual([true, false])
    const own = await officerOf('Cán Bộ Tổ', lonely.id)
    expect([await sees(own, asked), await sees(at.officer, asked)]).toEqual([true, false])
    await triesAll(at.officer, asked)
  })

  test('nowhere up to the root has nobody: the request waits, and the page says so to nobody but its person', async () => {
    const island = await at.unit('DAO', 'Đảo')
    const member = await at.person('Người Trên Đảo', island.id)
    const asked = await at.asks(member)
    for (const who of [at.officer, at.above, at.sibling]) await triesAll(who, asked)
    expect((await (await at.as(member)).get(`/proofs/${asked.proof}`)).status).toBe(200)
  })
})

describe('a request', () => {
  test('that was decided, taken back, or never was, looks as if it were not there', async () => {
    const [done, withdrawn] = [await at.asks(), await at.asks()]
    await at.witnessed(done)
    await (await at.as(at.lan)).post(`/proofs/${withdrawn.proof}/withdraw`)
    const colleague = await officerOf('Cán Bộ Sau', at.north.id)
    for (const asked of [done, withdrawn, { ...done, request: crypto.randomUUID() }]) {
      const answers = [
        await at.opens(asked.request, colleague),
        await at.code(asked.request, colleague),
        await at.confirms(asked.request, asked.address, colleague),
        await at.declines(asked.request, colleague),
      ]
      expect(answers.map(({ status, text }) => [status, JSON.parse(text).code])).toEqual(
        answers.map(() => [404, 'not_found']),
      )
    }
    await endTerm(colleague)
  })

  test('of a person who moved is the business of where they are now', async () => {
    const someone = await at.person('Người Chuyển Đi', at.north.id)
    const asked = await at.asks(someone)
    await at.db.asSuperuser('update person set unit = $2 where id = $1', [someone.id, at.south.id])
    await triesAll(at.officer, asked)
    expect(await sees(at.sibling, asked)).toBe(true)
  })

  test('of a person who has left is nobody’s', async () => {
    const someone = await at.person('Người Đã Rời', at.north.id)
    const asked = await at.asks(someone)
    await at.db.asSuperuser('update person set left_at = now() where id = $1', [someone.id])
    await triesAll(at.officer, asked)
  })
})
