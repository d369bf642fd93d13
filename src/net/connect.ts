import { connect as dial, isIP, type Socket } from 'node:net'
import { connect as secure, type TLSSocket } from 'node:tls'
import type { Reason } from './outcome.ts'
import { trusted } from './trust.ts'

export class ConnectError extends Error {
  readonly why: Reason
  constructor(why: Reason, cause: unknown) {
    super(why, { cause })
    this.why = why
  }
}

export type Door = { readonly addresses: readonly string[]; readonly port: number; readonly until: AbortSignal }
const atMost = 4
const patienceMs = 2000

/** Connects to one of exactly these addresses. They are literals: nothing here can ask a resolver again. */
export async function connectTo(door: Door, host: string, tls: boolean): Promise<Socket> {
  const socket = await dialFirst(door)
  return tls ? secured(socket, host, door.until) : socket
}

/** The next address gets its chance when one does not connect; the last may take all the time there is left. */
async function dialFirst({ addresses, port, until }: Door): Promise<Socket> {
  const few = addresses.slice(0, atMost)
  let last: unknown
  for (const [at, host] of few.entries()) {
    const patience = at === few.length - 1 ? until : AbortSignal.any([until, AbortSignal.timeout(patienceMs)])
    const socket = dial({ host, port }).on('error', () => {})
    try {
      await happens(socket, 'connect', patience)
      return socket.setNoDelay(true)
    } catch (error) {
      socket.destroy()
      if (until.aborted) throw error
      last = error
    }
  }
  throw new ConnectError(codeOf(last) === 'ECONNREFUSED' ? 'connection_refused' : 'connection_failed', last)
}

/** Or an error does, or the time is over. */
function happens(socket: Socket, event: 'connect' | 'secureConnect', until: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const over = () => reject(new Error('no time left'))
  if (until.aborted) over()
  until.addEventListener('abort', over)
  socket.once(event, resolve).once('error', reject)
  return promise.finally(() => until.removeEventListener('abort', over))
}

/** The certificate must be good for the host, whatever the environment says about checking. */
async function secured(socket: Socket, host: string, until: AbortSignal): Promise<TLSSocket> {
  const servername = isIP(host) === 0 ? host : ''
  const checkServerIdentity = (): Error | undefined => whyNotFor(host, tls)
  const safely = { secureContext: trusted(), ALPNProtocols: ['http/1.1'], rejectUnauthorized: true }
  const tls: TLSSocket = secure({ socket, host, servername, ...safely, checkServerIdentity })
  Object.assign(tls, { getPeerCertificate: () => ({}) }) // Node hands it to the check, which does not read it; making it is dear
  tls.on('error', () => {})
  try {
    await happens(tls, 'secureConnect', until)
    return tls
  } catch (error) {
    tls.destroy()
    socket.destroy()
    if (until.aborted) throw error
    throw new ConnectError(whyNotSecured(tls, error), error)
  }
}

/** OpenSSL's own comparison of the certificate's names with the host (RFC 9525); nothing where they agree. */
function whyNotFor(host: string, tls: TLSSocket): Error | undefined {
  const certificate = tls.getPeerX509Certificate()
  const agrees = isIP(host) === 0 ? certificate?.checkHost(host, strictly) : certificate?.checkIP(host)
  return agrees ? undefined : new Error(`the certificate is not for ${host}`)
}
const strictly = { partialWildcards: false }

function whyNotSecured(tls: TLSSocket, error: unknown): Reason {
  if (tls.authorizationError) return 'certificate'
  return /^(ERR_SSL|EPROTO)/.test(codeOf(error)) ? 'tls_handshake' : 'connection_failed'
}

export function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException | undefined)?.code ?? '')
}
