import { createTransport } from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js'
import { connectTo } from './connect.ts'
import type { Resolvers } from './resolvers.ts'
import { trusted } from './trust.ts'
import { whereIs } from './where-is.ts'

export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for the same letter: whoever gets it twice can tell. */
  readonly messageId: string
  readonly lang: 'vi' | 'en'
  /** Where it comes back to if it cannot be delivered; without it, to who writes. */
  readonly returnPath?: string
  /** Where one request ends letters of its kind (RFC 8058). */
  readonly unsubscribe?: string
}

export type Posted =
  | { readonly kind: 'sent' }
  /** `noSuchBox`: the server says that nobody is there, and will not be. */
  | { readonly kind: 'failed'; readonly code: string; readonly noSuchBox?: true }

/** The way out for mail: to exactly the server that the operator named. What is out there never throws. */
export interface MailWay {
  send(letter: Letter): Promise<Posted>
}

type Way = { readonly url: string; readonly from: string; readonly resolvers: Resolvers; readonly timeoutMs?: number }

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** `smtps:` speaks TLS from the first byte; `smtp:` changes to TLS where the server offers it, and must where a password goes along. */
export function mailWay({ url, from, resolvers, timeoutMs = 20_000 }: Way): MailWay {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const door = { host, port: Number(port) || (secure ? 465 : 587) }
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined

  async function dial() {
    const told = await whereIs(resolvers, host)
    if (told.kind !== 'answer') throw Object.assign(new Error('no address'), { code: 'EDNS' })
    const until = AbortSignal.timeout(timeoutMs)
    return connectTo({ addresses: told.values, port: door.port, until }, host, false)
  }

  return {
    async send({ to, subject, text, messageId, lang, returnPath, unsubscribe }) {
      const transport = createTransport({
        ...door,
        ...{ secure, auth, requireTLS: auth !== undefined && !secure && !loopback.has(hostname) },
        ...{ greetingTimeout: timeoutMs, socketTimeout: timeoutMs, disableFileAccess: true, disableUrlAccess: true },
        tls: { secureContext: trusted(), rejectUnauthorized: true },
        getSocket: (_: unknown, done: (error: Error | null, made?: object) => void) => {
          dial().then((connection) => done(null, { connection }), done)
        },
      } as SMTPTransport.Options)
      try {
        const oneClick = unsubscribe && {
          'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
        const headers = { 'Auto-Submitted': 'auto-generated', 'Content-Language': lang, ...oneClick }
        const envelope = returnPath === undefined ? undefined : { from: returnPath, to }
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId, headers, envelope })
        return { kind: 'sent' }
      } catch (error) {
        return { kind: 'failed', code: codeOf(error), ...(isNoSuchBox(error) && { noSuchBox: true }) }
      } finally {
        transport.close()
      }
    },
  }
}

/** Bad destination mailbox (5.1.x of RFC 3463), or 550 to 553 to the recipient where the server says no more. */
function isNoSuchBox(error: unknown): boolean {
  const {
    response = '',
    command,
    responseCode,
  } = error as { response?: string; command?: string; responseCode?: number }
  const enhanced = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  if (enhanced) return /^5\.1\.[1236]$/.test(enhanced)
  return command === 'RCPT TO' && (responseCode === 550 || responseCode === 551 || responseCode === 553)
}

/** A number that the server said, or the name of what went wrong; never a text, which may hold the address. */
function codeOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown }
  return [responseCode, code].map(String).find((one) => /^(?!undefined$)\w{1,40}$/.test(one)) ?? 'failed'
}
