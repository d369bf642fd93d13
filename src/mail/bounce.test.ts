import { describe, expect, test } from 'vitest'
import { bounceAddress, readBounce } from './bounce.ts'

const letter = '0198c0de-1234-4abc-8def-0123456789ab'
const box = 'tra-lai+0198c0de12344abc8def0123456789ab@so.donvi.vn'

/** As Postfix writes it. */
const report = ({ action = 'failed', status = '5.1.1', to = box, id = letter } = {}) =>
  [
    'From: MAILER-DAEMON@mx.donvi.vn (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="ABC"',
    'Message-Id: <20261130.1@mx.donvi.vn>',
    '',
    '--ABC',
    'Content-Type: text/plain',
    '',
    '<lan@donvi.vn>: host mx said: 550 5.1.1 User unknown',
    '',
    '--ABC',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.donvi.vn',
    '',
    'Final-Recipient: rfc822; lan@donvi.vn',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--ABC',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: x',
    `Message-ID: <${id}@so.donvi.vn>`,
    '',
    '--ABC--',
  ].join('\r\n')

test('a letter comes back to an address of its own', () => {
  expect(bounceAddress('tra-lai@so.donvi.vn', letter)).toBe(box)
})

describe('a report', () => {
  test.each([
    ['5.1.1', true],
    ['5.1.2', true],
    ['5.1.3', true],
    ['5.1.6', true],
    ['5.1.10', true],
    ['5.2.1', true],
    ['5.2.2', false], // a full box
    ['5.3.4', false], // too big
    ['5.7.1', false], // a rule of that server
    ['5.0.0', false],
  ])('with %s is for good: %s', (status, forGood) => {
    expect(readBounce(report({ status }))).toEqual({ letter, code: status.replaceAll('.', '_'), forGood })
  })

  test('names its letter by the address that it came back to, as the mail server hands it over or as it stands in the head', () => {
    const other = '11111111-2222-4333-8444-555555555555'
    expect(readBounce(report({ id: other }), box)?.letter).toBe(letter)
    expect(readBounce(report({ id: other }))?.letter).toBe(letter)
    expect(readBounce(report({ to: 'tra-lai@so.donvi.vn' }))?.letter).toBe(letter)
    expect(readBounce(report({ to: 'tra-lai@so.donvi.vn', id: 'x' }))).toBeUndefined()
  })

  test.each([
    ['that it is late', report({ action: 'delayed', status: '4.4.1' })],
    ['that it was delivered', report({ action: 'delivered', status: '2.0.0' })],
    ['that it failed for now', report({ status: '4.2.2' })],
    [
      'an answer of somebody who is away',
      `To: ${box}\r\nAuto-Submitted: auto-replied\r\n\r\nAction: failed\r\nStatus: 5.1.1`,
    ],
    ['nothing', ''],
    ['bytes', '\u0000\ufffd'.repeat(1_000)],
  ])('of %s is none', (_, message) => {
    expect(readBounce(message, box)).toBeUndefined()
  })
})
