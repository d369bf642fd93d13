import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Came = { readonly from: string; readonly to: string; readonly head: string; readonly body: string }
export type MailServer = AsyncDisposable & {
  readonly url: string
  /** What was taken, in order; the body as its reader sees it. */
  readonly letters: Came[]
  /** What is said to a recipient instead of yes. */
  refuse: ((address: string) => number | undefined) | undefined
  /** What happens when a letter is in, before the answer that it was taken. */
  onTaken: (() => Promise<void>) | undefined
}

/** A real mail server on this machine, without TLS and without a password. */
export async function mailServer(): Promise<MailServer> {
  const letters: Came[] = []
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _, done) {
      const code = made.refuse?.(address)
      done(code === undefined ? null : Object.assign(new Error('not here'), { responseCode: code }))
    },
    onData(stream, { envelope }, done) {
      text(stream)
        .then(async (raw) => {
          const from = envelope.mailFrom ? envelope.mailFrom.address : ''
          letters.push({ from, to: envelope.rcptTo.map(({ address }) => address).join(' '), ...parts(raw) })
          await made.onTaken?.()
          done()
        })
        .catch(done)
    },
  })
  greetsAtOnce(server)
  server.on('error', () => {}) // whoever writes to it may be killed
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  const made: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: undefined,
    onTaken: undefined,
    [Symbol.asyncDispose]: () => new Promise((closed) => server.close(closed)),
  }
  return made
}

/** This server waits a tenth of a second for whoever speaks before they are greeted: a thousand letters would wait two minutes. */
function greetsAtOnce(server: SMTPServer): void {
  const connect = server.connect.bind(server)
  server.connect = (socket, options) => {
    connect(socket, options)
    const made = [...server.connections].at(-1)
    if (!made) return
    const greet = made.connectionReady.bind(made)
    let greeted = false
    made.connectionReady = () => {
      if (!greeted) greet()
      greeted = true
    }
    made.connectionReady()
  }
}

function parts(raw: string): { head: string; body: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ')
  const coded = rest.join('\r\n\r\n')
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(unfolded)?.[1]?.toLowerCase()
  return { head: decodeWords(unfolded), body: decode(coded, encoding) }
}

function decode(coded: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(coded, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return coded
  const plain = coded.replace(/=\r\n/g, '')
  return Buffer.from(
    plain.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
}

/** Words of a header in UTF-8: `=?UTF-8?Q?…?=`, `=?UTF-8?B?…?=`. */
const decodeWords = (head: string) =>
  head.replace(/\?=\s+=\?/g, '?==?').replace(/(?:=\?utf-8\?[qb]\?[^?]*\?=)+/gi, (words) => {
    const bytes = [...words.matchAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi)].map(([, kind, coded = '']) =>
      kind?.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64')
        : Buffer.from(
            coded
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ),
    )
    return Buffer.concat(bytes).toString('utf8')
  })
