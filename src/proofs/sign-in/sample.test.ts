import { expect, test } from 'vitest'
import { testHouse } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { parseSettings } from '../../config.ts'

test('with sample data nobody is sent to a provider, and nobody comes back from one', async () => {
  const settings = parseSettings(JSON.stringify({ sign_in: [{ kind: 'mastodon' }] }))
  await using house = await testHouse({ settings, sample: true })
  const { lan: person } = await smallOrganisation(house.db)
  const lan = await house.as(person)
  const made = await lan.api('POST', '/v1/declarations', { address: 'https://mastodon.social/@lan_mau' })
  const { id } = (await lan.api('POST', `/v1/declarations/${made.json().id}/proofs`, { method: 'sign-in' })).json()
  const leaving = await lan.get(`/proofs/${id}/sign-in/mastodon`, { 'sec-fetch-site': 'same-origin' })
  const coming = await lan.get('/proofs/sign-in/return/mastodon?state=x&code=y')
  for (const { status, text } of [leaving, coming])
    expect([status, text.includes('Đây là dữ liệu mẫu')]).toEqual([409, true])
  expect((await house.db.asSuperuser('select count(*)::int n from proof_sign_in')).rows[0].n).toBe(0)
})
