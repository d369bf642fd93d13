import { expect, test } from 'vitest'
import { readTxtRecord, writeTxtRecord } from './txt-record.ts'

const token = 'mfzwizltor2gk3tpnfxgk4tbmrzws2lo'
const dated = { token, expiry: { kind: 'day', day: '2026-12-31' } }
const plain = { token, expiry: { kind: 'none' } }

test.each([
  [`token=${token}`, plain],
  [`token=${token} expiry=never`, plain],
  [`token=${token} expiry=2026-12-31`, dated],
  [`  token=${token}   expiry=2026-12-31\t`, dated],
  [`TOKEN=${token} Expiry=2026-12-31`, dated],
  [`"token=${token} expiry=2026-12-31"`, dated],
  [`token=${token} expiry=2026-12-31T23:59:59+07:00`, dated],
  [`token=${token} note=x flag expiry=2026-12-31`, dated],
  [`token=${token} expiry=2027-01-01 expiry=2026-12-31`, dated],
])('%j is a record of ours', (text, record) => {
  expect(readTxtRecord(text)).toEqual(record)
})

test.each(['2026-13-01', '2026-02-30', '31/12/2026', 'soon', ''])('an expiry %j cannot be read', (text) => {
  expect(readTxtRecord(`token=${token} expiry=${text}`)?.expiry).toEqual({ kind: 'unreadable' })
})

test.each([
  '',
  token,
  `token=${token.toUpperCase()}`,
  `token=${token}x`,
  `expiry=never token=${token}`,
  `v=spf1 token=${token}`,
  `token= ${token}`,
  `token=${token}${' x'.repeat(600)}`,
])('%j is no record of ours', (text) => {
  expect(readTxtRecord(text)).toBeUndefined()
})

test('only the token and the day of a record are ever repeated', () => {
  const record = readTxtRecord(`token=${token} expiry=2026-12-31 phone=0901234567`)
  expect(record && writeTxtRecord(record)).toBe(`token=${token} expiry=2026-12-31`)
})
