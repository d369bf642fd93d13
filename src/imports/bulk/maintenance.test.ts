import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { testHouse } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { importBulk } from './index.ts'
import { files } from './tests/register.ts'

const folder = files()
afterAll(() => folder[Symbol.dispose]())

test('while a list fills an empty register, pages and scripts are told to come again, the public question is answered, and then it is open', async () => {
  await using house = await testHouse()
  const people = await smallOrganisation(house.db)
  const lan = await house.as(people.lan)
  const rows = Array.from({ length: 60_000 }, (_, n) => `N${n},Lê Thị ${n},PM1,x.com/thu_${n}\n`)
  const file = folder.write(`person_id,full_name,unit_code,accounts\n${rows.join('')}`)
  let done = false
  const filling = importBulk(house.db.adminUrl, { kind: 'people', file }).finally(() => {
    done = true
  })
  const pages: string[] = []
  while (!done) {
    const page = await lan.get('/declarations?lang=vi')
    if (page.status === 503) {
      pages.push(page.text)
      expect(page.headers['retry-after']).toBe('60')
      const english = await lan.get('/declarations?lang=en')
      if (english.status === 503) expect(english.text).toContain('The register is being filled')
      const script = await lan.api('GET', '/v1/declarations')
      if (script.status === 503) {
        expect(script.headers['content-type']).toContain('application/problem+json')
        expect([script.json().code, script.headers['retry-after']]).toEqual(['maintenance', '60'])
      }
      expect((await house.asPublic().get('/v1/verify?url=x.com/mau')).status).toBe(200)
    } else expect(page.status).toBe(200)
    await sleep(20)
  }
  expect((await filling).into).toBe('empty')
  expect(pages.length).toBeGreaterThan(3)
  expect(pages[0]).toContain('Sổ đang bảo trì')
  expect((await lan.get('/declarations')).status).toBe(200)
}, 300_000)
