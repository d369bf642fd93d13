import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Walk, walk } from './tests/walk.ts'

let at: Walk
beforeAll(async () => {
  at = await walk()
})
afterAll(() => at[Symbol.asyncDispose]())

describe('an account that no machine can read', () => {
  test('is shown to the officer of the unit, and the page is at level 1 by their word', async () => {
    const asked = await at.asks()
    const opened = await at.opens(asked.request)
    expect(opened.json()).toEqual({
      id: asked.request,
      number: asked.number,
      look: 1,
      person: { name: 'Nguyễn Thị Lan', office: 'Chuyên viên', unit: 'Phòng Mẫu 1' },
      platform: 'facebook',
      address: asked.address,
    })
    const code = await at.code(asked.request)
    expect(code.json()).toMatchObject({
      number: asked.number,
      code: expect.stringMatching(/^CD-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    })
    const minutes = (Date.parse(code.json().good_until) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(14)
    expect(minutes).toBeLessThanOrEqual(15)
    const said = await at.confirms(asked.request, asked.address.replace('https://www.', 'm.'), at.officer, 'video_call')
    expect([said.status, said.json()]).toEqual([200, { state: 'witnessed' }])
    expect(await at.level(asked)).toBe(1)
    expect(
      await at.one('select by_name, by_office, by_unit, seen from witness_request where id = $1', asked.request),
    ).toEqual({
      by_name: 'Lê Văn C',
      by_office: 'Cán bộ phụ trách',
      by_unit: 'Phòng Mẫu 1',
      seen: 'video_call',
    })
    expect(await at.one('select count(*)::int as n from witness_code where request = $1', asked.request)).toEqual({
      n: 0,
    })
    const page = await (await at.as(at.lan)).get(`/proofs/${asked.proof}`)
    for (const words of ['Đã có chứng kiến', 'Lê Văn C, Cán bộ phụ trách, Phòng Mẫu 1', 'Gọi video', asked.number])
      expect(page.text).toContain(words)
  })

  test('may leave private from then on, and the public is told level 1', async () => {
    const asked = await at.asks()
    await at.witnessed(asked)
    const lan = await at.as(at.lan)
    const shown = await lan.api('PATCH', `/v1/declarations/${asked.declaration}`, { visibility: 'confirmable' })
    expect(shown.status).toBe(200)
    const answer = await at.house.asPublic().get(`/v1/verify?url=${asked.address}`)
    expect(answer.json()).toMatchObject({ answer: 'confirmed', level: 1 })
  })

  test('is one of every kind: each platform has this way, a website too', async () => {
    const lan = await at.as(at.lan)
    for (const address of [
      'https://www.tiktok.com/@mau.xem',
      'https://wa.me/84912345678',
      'https://mau-xem.vn/',
      'https://t.me/mau_xem',
    ]) {
      const declaration = await at.declares(at.lan, address)
      const begun = await lan.api('POST', `/v1/declarations/${declaration}/proofs`, { method: 'witnessed' })
      expect([address, begun.status, begun.json().publish]).toEqual([address, 201, { ask: 'officer' }])
    }
  })
})

describe('the person who asks', () => {
  test('asks once: asked again, by page or script, it is the same request', async () => {
    const asked = await at.asks()
    const lan = await at.as(at.lan)
    const again = await lan.api('POST', `/v1/declarations/${asked.declaration}/proofs`, { method: 'witnessed' })
    expect(again.json().id).toBe(asked.proof)
    const byPage = await lan.post(`/declarations/${asked.declaration}/prove`, { method: 'witnessed' })
    expect(byPage.headers.location).toBe(`/proofs/${asked.proof}`)
    expect(
      await at.one('select count(*)::int as n from witness_request where declaration = $1', asked.declaration),
    ).toEqual({ n: 1 })
  })

  test('is told beforehand what will happen, who looks, and what they see', async () => {
    const asked = await at.asks()
    const { text } = await (await at.as(at.lan)).get(`/proofs/${asked.proof}`)
    for (const words of [
      asked.number,
      'cán bộ phụ trách đơn vị của anh/chị',
      'Không ai tự xem cho mình',
      'Cán bộ thấy gì?',
      'không thấy các trang khác',
      'mức\u00a01',
    ])
      expect(text).toContain(words)
    expect(text).not.toMatch(/CD-[0-9A-Z]{4}-/)
  })

  test('takes the request back, and no officer can open it any more; asks again, and gets a new number for the same proof', async () => {
    const asked = await at.asks()
    const lan = await at.as(at.lan)
    expect((await lan.post(`/proofs/${asked.proof}/withdraw`)).status).toBe(303)
    expect((await lan.get(`/proofs/${asked.proof}`)).text).toContain('Đã rút yêu cầu')
    expect((await at.opens(asked.request)).status).toBe(404)
    expect((await lan.api('POST', `/v1/proofs/${asked.proof}/withdraw`)).json().code).toBe('nothing_to_withdraw')
    const again = await lan.api('POST', `/v1/declarations/${asked.declaration}/proofs`, { method: 'witnessed' })
    expect(again.json().id).toBe(asked.proof)
    const request = await at.openRequest(asked.proof)
    expect(request?.number).not.toBe(asked.number)
  })

  test('cannot take back or see the request of another', async () => {
    const asked = await at.asks()
    const binh = await at.as(at.binh)
    expect((await binh.get(`/proofs/${asked.proof}`)).status).toBe(404)
    expect((await binh.api('POST', `/v1/proofs/${asked.proof}/withdraw`)).status).toBe(404)
    expect((await binh.post(`/proofs/${asked.proof}/withdraw`)).status).toBe(404)
    expect(await at.state(asked.request)).toBe('open')
  })

  test('cannot ask for a page that has ended, and a page that ends takes its request with it', async () => {
    const asked = await at.asks()
    await at.opens(asked.request)
    await at.db.as(at.lan.id, (tx) =>
      tx
        .insertInto('declaration_version')
        .values({
          id: crypto.randomUUID(),
          declaration: asked.declaration,
          person: at.lan.id,
          n: 2,
          state: 'closed',
          visibility: 'private',
          shows: 'nothing',
          manager: 'alone',
          channel: 'web',
        })
        .execute(),
    )
    expect(await at.state(asked.request)).toBe('ended')
    expect((await at.code(asked.request)).status).toBe(404)
    const lan = await at.as(at.lan)
    const begun = await lan.api('POST', `/v1/declarations/${asked.declaration}/proofs`, { method: 'witnessed' })
    expect(begun.json().code).toBe('declaration_ended')
  })

  test('sees on “who looked” that the page was opened, for which request, and what was seen', async () => {
    const asked = await at.asks()
    await at.opens(asked.request)
    const lan = await at.as(at.lan)
    const { text } = await lan.get('/my-record')
    for (const words of ['Lê Văn C', 'Chứng kiến tài khoản', asked.number, 'địa chỉ của một trang'])
      expect(text).toContain(words)
    const { looks } = (await lan.api('GET', '/v1/my-record')).json()
    expect(looks[0]).toMatchObject({
      purpose: 'witness',
      fields: 'page',
      number: asked.number,
      by: { name: 'Lê Văn C' },
    })
  })

  test('has nothing to be looked for: the button of other proofs refuses', async () => {
    const asked = await at.asks()
    const checked = await (await at.as(at.lan)).api('POST', `/v1/proofs/${asked.proof}/check`, {})
    expect(checked.json().code).toBe('nothing_to_look_for')
  })
})

describe('the officer', () => {
  test('sees in the roll that it waits, kind and number, and is led to it; the list of requests names unit and number', async () => {
    const someone = await at.person('Bùi Thị K', at.north.id)
    const asked = await at.asks(someone)
    const officer = await at.as(at.officer)
    const roll = await officer.get(`/members?unit=${at.north.id}`)
    expect(roll.text).toContain(`href="/witness/${asked.request}"`)
    expect(roll.text).toContain(`Chờ chứng kiến ${asked.number}`)
    expect(roll.text).not.toContain('facebook')
    const list = await officer.api('GET', '/v1/witness')
    const mine = list.json().requests.find(({ id }: { id: string }) => id === asked.request)
    expect(mine).toEqual({
      id: asked.request,
      number: asked.number,
      unit: 'Phòng Mẫu 1',
      look: 1,
      asked_at: expect.any(String),
    })
    expect((await officer.get('/witness')).text).toContain(asked.number)
    await at.witnessed(asked)
    expect((await officer.get(`/members?unit=${at.north.id}`)).text).not.toContain(asked.number)
  })

  test('reads no name and no address before the row is written', async () => {
    const asked = await at.asks()
    const before = (await at.looks(at.lan)).length
    const officer = await at.as(at.officer)
    const intro = await officer.get(`/witness/${asked.request}`)
    expect(intro.text).toContain('Người xin sẽ thấy dòng này')
    for (const hidden of ['Nguyễn Thị Lan', asked.address.slice(-16)]) expect(intro.text).not.toContain(hidden)
    expect(await at.looks(at.lan)).toHaveLength(before)
    const opened = await officer.post(`/witness/${asked.request}`)
    expect(opened.headers['cache-control']).toBe('no-store')
    for (const shown of ['Nguyễn Thị Lan', 'Phòng Mẫu 1']) expect(opened.text).toContain(shown)
    expect((await at.looks(at.lan)).slice(before)).toEqual([
      { purpose: 'witness', fields: 'page', channel: 'web', by_name: 'Lê Văn C', about: asked.request },
    ])
  })

  test('opens that one page and no other of the same person', async () => {
    const hidden = await at.declares(at.lan)
    const asked = await at.asks()
    const seen = await at.db.as(at.officer.id, async (tx) => {
      await tx
        .insertInto('access')
        .values({ id: crypto.randomUUID(), purpose: 'witness', fields: 'page', channel: 'web', about: asked.request })
        .execute()
      const pages = await tx.selectFrom('declaration').select('id').where('person', '=', at.lan.id).execute()
      const rest = [
        await tx.selectFrom('declaration_version').select('id').where('person', '=', at.lan.id).execute(),
        await tx.selectFrom('proof').select('id').where('person', '=', at.lan.id).execute(),
        await tx.selectFrom('proof_check').select('id').where('person', '=', at.lan.id).execute(),
        await tx.selectFrom('roll').select('person').where('person', '=', at.lan.id).execute(),
      ]
      return { pages: pages.map(({ id }) => id), rest: rest.flat() }
    })
    expect(seen).toEqual({ pages: [asked.declaration], rest: [] })
    expect(seen.pages).not.toContain(hidden)
  })

  test('sees a telephone number masked, and confirms it by the whole number that was seen in the account', async () => {
    const asked = await at.asks(at.lan, 'https://wa.me/84987654321')
    expect((await at.opens(asked.request)).json().address).toMatch(/8498•+21/)
    await at.code(asked.request)
    expect((await at.confirms(asked.request, 'https://wa.me/84987654321')).status).toBe(200)
  })

  test('who asks for the code without opening opens it thereby, and the person sees that', async () => {
    const someone = await at.person('Đỗ Thị F', at.north.id)
    const asked = await at.asks(someone)
    expect((await at.code(asked.request)).status).toBe(200)
    expect(await at.looks(someone)).toMatchObject([{ purpose: 'witness', about: asked.request }])
    await at.code(asked.request)
    expect(await at.looks(someone)).toHaveLength(1)
  })
})

describe('the code', () => {
  test('is the same while it is good, and belongs to the officer who asked for it', async () => {
    const colleague = await at.person('Hồ Văn I', at.north.id, 'Phó phòng')
    await at.grant(colleague, 'officer', at.north.id)
    const asked = await at.asks()
    const [first, again, other] = [
      await at.code(asked.request),
      await at.code(asked.request),
      await at.code(asked.request, colleague),
    ].map((answer) => answer.json().code)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
    await at.db.asSuperuser('update role_held set to_at = now() where person = $1', [colleague.id])
  })

  test('is over after 15 minutes: nothing is confirmed by it, and a new one is given', async () => {
    const asked = await at.asks()
    const old = (await at.code(asked.request)).json().code
    await at.db.asSuperuser("update witness_code set expires_at = now() - interval '1 second' where request = $1", [
      asked.request,
    ])
    expect((await at.confirms(asked.request, asked.address)).json().code).toBe('witness_code_over')
    expect(await at.level(asked)).toBe(0)
    const fresh = (await at.code(asked.request)).json().code
    expect(fresh).not.toBe(old)
    expect((await at.confirms(asked.request, asked.address)).status).toBe(200)
  })

  test('is needed: whoever opened and never asked for one confirms nothing', async () => {
    const asked = await at.asks()
    await at.opens(asked.request)
    expect((await at.confirms(asked.request, asked.address)).json().code).toBe('witness_code_over')
    expect(await at.state(asked.request)).toBe('open')
  })
})

describe('what the officer types', () => {
  test('is another account: nothing is recorded, and after five of them the code is used up', async () => {
    const asked = await at.asks()
    await at.code(asked.request)
    const left: number[] = []
    for (const n of [1, 2, 3, 4, 5]) {
      const answer = await at.confirms(asked.request, `https://www.facebook.com/taikhoankhac${n}`)
      expect([answer.status, answer.json().code, answer.json().read]).toEqual([
        422,
        'other_address',
        `https://www.facebook.com/taikhoankhac${n}`,
      ])
      left.push(answer.json().tries_left)
    }
    expect(left).toEqual([4, 3, 2, 1, 0])
    expect((await at.confirms(asked.request, asked.address)).json().code).toBe('witness_tries_over')
    expect([await at.state(asked.request), await at.level(asked)]).toEqual(['open', 0])
    await at.code(asked.request)
    expect((await at.confirms(asked.request, asked.address)).status).toBe(200)
  })

  test('is no address, or a post: it says why, and costs no try', async () => {
    const asked = await at.asks()
    await at.code(asked.request)
    for (const [address, reason] of [
      ['', 'empty'],
      ['tôi thấy rồi', 'not_an_address'],
      ['facebook.com.dang-nhap.vn/tai', 'lookalike_host'],
      [`${asked.address}/posts/1`, 'content_account'],
    ]) {
      const answer = await at.confirms(asked.request, address as string)
      expect([answer.status, answer.json().code, answer.json().reason]).toEqual([
        422,
        'witness_address_unreadable',
        reason,
      ])
    }
    expect(await at.one('select tries from witness_code where request = $1', asked.request)).toEqual({ tries: 0 })
    expect((await at.confirms(asked.request, 'gì đó', at.sibling)).status).toBe(404)
  })

  test('is kept on the page, beside the error, with the code, and the declared address is not shown', async () => {
    const asked = await at.asks()
    const officer = await at.as(at.officer)
    const page = await officer.post(`/witness/${asked.request}/code`)
    expect(page.text).toMatch(/CD-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    expect(page.text).not.toContain(asked.address.slice(-16))
    const wrong = { address: 'https://www.facebook.com/taikhoankhac', seen: 'in_person' }
    const answer = await officer.post(`/witness/${asked.request}/confirm`, wrong)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/<title>Lỗi/)
    for (const shown of [
      'Đây không phải trang đã khai',
      'value="https://www.facebook.com/taikhoankhac"',
      'Còn nhập được 4 lần',
    ])
      expect(answer.text).toContain(shown)
    expect(answer.text).not.toContain(asked.address.slice(-16))
    const unsaid = await officer.post(`/witness/${asked.request}/confirm`, { address: asked.address })
    expect([unsaid.status, unsaid.text]).toEqual([422, expect.stringContaining('Hãy chọn đã thấy bằng cách nào')])
    expect(await at.state(asked.request)).toBe('open')
  })

  test('how it was seen is one of two, and nothing else', async () => {
    const asked = await at.asks()
    await at.code(asked.request)
    expect((await at.confirms(asked.request, asked.address, at.officer, 'screenshot')).status).toBe(400)
    expect(
      (
        await at.call(at.officer, `${asked.request}/confirm`, {
          address: asked.address,
          seen: 'in_person',
          picture: 'x',
        })
      ).status,
    ).toBe(400)
  })
})

describe('said twice', () => {
  test('by a double click or in two tabs, it is one witness and one check', async () => {
    const asked = await at.asks()
    await at.code(asked.request)
    const answers = await Promise.all([1, 2, 3].map(() => at.confirms(asked.request, asked.address)))
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [200, '{"state":"witnessed"}']))
    expect(await at.one('select count(*)::int as n from proof_check where proof = $1', asked.proof)).toEqual({ n: 1 })
    expect((await at.confirms(asked.request, asked.address)).json()).toEqual({ state: 'witnessed' })
    const officer = await at.as(at.officer)
    const page = await officer.post(`/witness/${asked.request}/confirm`, { address: 'x', seen: 'in_person' })
    expect([page.status, page.headers.location]).toEqual([303, `/witness/${asked.request}`])
    expect((await officer.get(`/witness/${asked.request}`)).text).toContain('Đã ghi lời chứng kiến')
  })

  test('with an Idempotency-Key, the same answer comes again', async () => {
    const asked = await at.asks()
    const key = (name: string) => ({ 'idempotency-key': `${name} ${asked.request}` })
    const codes = await Promise.all(
      [1, 2, 3].map(() => at.call(at.officer, `${asked.request}/code`, undefined, key('code'))),
    )
    expect(new Set(codes.map(({ text }) => text)).size).toBe(1)
    const body = { address: asked.address, seen: 'in_person' }
    const said = await Promise.all(
      [1, 2, 3].map(() => at.call(at.officer, `${asked.request}/confirm`, body, key('confirm'))),
    )
    expect(said.map(({ status, text }) => [status, text])).toEqual(said.map(() => [200, '{"state":"witnessed"}']))
    const other = await at.call(at.officer, `${asked.request}/confirm`, { ...body, seen: 'video_call' }, key('confirm'))
    expect(other.json().code).toBe('key_used_for_another_request')
  })
})

describe('“I did not see it”', () => {
  test('closes the request, takes no level away, and the person is told by whom and may ask again', async () => {
    const asked = await at.asks()
    await at.opens(asked.request)
    expect((await at.declines(asked.request)).json()).toEqual({ state: 'not_seen' })
    expect((await at.declines(asked.request)).json()).toEqual({ state: 'not_seen' })
    expect((await at.code(asked.request)).status).toBe(404)
    expect((await at.confirms(asked.request, asked.address)).status).toBe(404)
    const { text } = await (await at.as(at.lan)).get(`/proofs/${asked.proof}`)
    for (const words of ['Cán bộ chưa thấy mã', 'Lê Văn C, Cán bộ phụ trách, Phòng Mẫu 1', 'Xin xem lại'])
      expect(text).toContain(words)
    expect([await at.level(asked), await at.proofState(asked)]).toEqual([0, 'waiting'])
  })

  test('is not said by whoever never opened it', async () => {
    const asked = await at.asks()
    expect((await at.declines(asked.request)).status).toBe(404)
    expect(await at.state(asked.request)).toBe('open')
  })
})

test('a weaker proof gives a proven page no new date', async () => {
  const asked = await at.asks()
  await at.db.under('checker', (tx) =>
    tx
      .insertInto('level_step')
      .values({ id: crypto.randomUUID(), declaration: asked.declaration, level: 2, reason: 'proof_found' } as never)
      .execute(),
  )
  await at.db.asSuperuser(
    "insert into proof (id, declaration, person, method, token, state, found_at, last_found_at) values (gen_random_uuid(), $1, $2, 'dns-txt', gen_random_uuid(), 'found', now(), now())",
    [asked.declaration, at.lan.id],
  )
  await at.witnessed(asked)
  expect(await at.level(asked)).toBe(2)
  expect(await at.one('select count(*)::int as n from level_step where declaration = $1', asked.declaration)).toEqual({
    n: 2,
  })
})
