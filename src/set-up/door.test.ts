import { expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../test/support/house.ts'

const pathOf = async (house: TestHouse) => new URL((await house.setUpLink()) as string).pathname
const answers = { organisation: ' Đơn  vị Mẫu ', name: 'Nguyễn Thị Quản' }

test('set-up leads to the invitation of the first administrator, under the new name of the register', async () => {
  await using house = await testHouse()
  const path = await pathOf(house)
  const answer = await house.asPublic().post(path, answers)
  expect(answer.status).toBe(303)
  const invitation = await house.asPublic().get(String(answer.headers.location))
  expect(invitation.text).toContain('Nguyễn Thị Quản')
  expect(invitation.text).toContain('Sổ đăng ký của Đơn vị Mẫu')
})

test('what is missing is named, and what was typed stays', async () => {
  await using house = await testHouse()
  const path = await pathOf(house)
  const { status, text } = await house.asPublic().post(path, { organisation: 'Đơn vị Mẫu', name: ' ' })
  expect(status).toBe(422)
  expect(text).toContain('value="Đơn vị Mẫu"')
  expect(text).toContain('Hãy nhập họ và tên')
  expect((await house.asPublic().post(path, { organisation: 'x'.repeat(201), name: 'y' })).text).toContain('200')
  expect((await house.db.asSuperuser('select from person')).rowCount).toBe(0)
})

test('an unknown link opens neither set-up nor the sample', async () => {
  await using house = await testHouse()
  for (const path of ['/set-up/unknown', `/set-up/${'x'.repeat(43)}`]) {
    expect((await house.asPublic().get(path)).status).toBe(404)
    expect((await house.asPublic().post(path, answers)).status).toBe(404)
    expect((await house.asPublic().post(`${path}/sample`)).status).toBe(404)
  }
  expect((await house.db.asSuperuser('select from person')).rowCount).toBe(0)
})

test('beside set-up, made-up data is offered to whoever has the link', async () => {
  await using house = await testHouse()
  const path = await pathOf(house)
  expect((await house.asPublic().get(path)).text).toContain(`action="${path}/sample"`)
  const started = await house.asPublic().post(`${path}/sample`)
  expect([started.status, started.headers.location]).toEqual([303, '/sample'])
})

test('a second click that comes when made-up data is open already leads there', async () => {
  await using house = await testHouse({ sample: true })
  const late = await house.asPublic().post('/set-up/anything/sample')
  expect([late.status, late.headers.location]).toEqual([303, '/sample'])
})

test('while made-up data is open, a set-up link says to end it first', async () => {
  await using house = await testHouse({ sample: true })
  const { status, text } = await house.asPublic().get('/set-up/anything')
  expect(status).toBe(404)
  expect(text).toContain('kết thúc dùng thử')
})
