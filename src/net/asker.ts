import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { type Answered, answerTo, type Kind, questionFor } from './packet.ts'
import { type Place, placeOf } from './resolver-list.ts'

/** `silence`: no answer in time. `broken`: nobody listens there, or there is no way there. */
export type Heard = Answered | { readonly kind: 'silence' } | { readonly kind: 'broken' }

/** When a question is asked again, and when it is given up. */
const againAfterMs = 800
const overAfterMs = 2_400
/** A port is left after so many questions or so much time, so that whoever would forge an answer must guess it as well. */
const questionsAPort = 2_000
const portForMs = 10_000

type Asked = {
  readonly kind: Kind
  readonly name: string
  readonly began: number
  again: boolean
  readonly tell: (heard: Heard) => void
}
type Port = {
  ask(kind: Kind, name: string, tell: (heard: Heard) => void): void
  /** Whether it may take another question. */
  isFresh(): boolean
}

/** Asks that server for texts or addresses over one socket, many questions at once. A resolver of Node's does the same and all else besides; it
 *  takes twice as long for each, and a re-check is little more than two questions. Nothing is left open once nothing is asked. */
export function asker(server: string): (kind: Kind, name: string) => Promise<Heard> {
  const place = placeOf(server)
  let port: Port | undefined
  return (kind, name) => {
    if (!port?.isFresh()) port = openPort(place)
    const { promise, resolve } = Promise.withResolvers<Heard>()
    port.ask(kind, name, resolve)
    return promise
  }
}

function openPort({ host, port }: Place): Port {
  const asked = new Map<number, Asked>()
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4').unref()
  const opened = performance.now()
  const timer = setInterval(look, 100).unref() // counts as the process's business only while something is asked
  let [questions, connected, closed, lastAt] = [0, false, false, opened]

  const send = ({ kind, name }: Asked, id: number) => socket.send(questionFor(kind, name, id))

  function tell(id: number, heard: Heard): void {
    const one = asked.get(id)
    asked.delete(id)
    if (asked.size === 0) timer.unref()
    one?.tell(heard)
  }
  function close(): void {
    if (closed) return
    closed = true
    clearInterval(timer)
    socket.close()
    for (const id of asked.keys()) tell(id, { kind: 'broken' })
  }
  /** The oldest stand first. */
  function look(): void {
    const now = performance.now()
    for (const [id, one] of asked) {
      const waited = now - one.began
      if (waited < againAfterMs) break
      if (waited >= overAfterMs) tell(id, { kind: 'silence' })
      else if (!one.again) {
        one.again = true
        send(one, id)
      }
    }
    if (asked.size === 0 && now - lastAt > 200) close()
  }

  socket.on('error', close)
  socket.on('message', (packet) => {
    const id = packet.length >= 12 ? packet.readUInt16BE(0) : -1
    const one = asked.get(id)
    const answered = one && answerTo(one.kind, one.name, packet)
    if (answered) tell(id, answered)
  })
  socket.connect(port, host, () => {
    connected = true // and what comes from anywhere else does not arrive
    for (const [id, one] of asked) send(one, id)
  })

  return {
    isFresh: () => !closed && questions < questionsAPort && performance.now() - opened < portForMs,
    ask(kind, name, told) {
      let id = randomInt(65_536)
      while (asked.has(id)) id = randomInt(65_536)
      lastAt = performance.now()
      if (asked.size === 0) timer.ref()
      const one = { kind, name, began: lastAt, again: false, tell: told }
      asked.set(id, one)
      questions += 1
      if (connected) send(one, id)
    },
  }
}
