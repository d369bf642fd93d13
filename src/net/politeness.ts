import { setTimeout as sleep } from 'node:timers/promises'

export interface Politeness {
  /** Waits for this host's next turn; undefined where the signal ends the wait. Call what it gives when the visit is over. */
  turn(host: string, until: AbortSignal): Promise<(() => void) | undefined>
}
export type Pace = { readonly atOnce?: number; readonly spacingMs?: number }

type Line = { visiting: number; nextAt: number; readonly waiting: Set<() => void> }

/** Nobody's server hears us more than `atOnce` times at once, nor do two visits of ours begin within `spacingMs` (in this process). */
export function politeness({ atOnce = 1, spacingMs = 1000 }: Pace = {}): Politeness {
  const lines = new Map<string, Line>()

  function lineAt(host: string): Line {
    const line = lines.get(host) ?? { visiting: 0, nextAt: 0, waiting: new Set() }
    lines.set(host, line)
    return line
  }

  function leave(host: string, line: Line): void {
    const [next] = line.waiting
    if (next) passOn(line, next)
    else {
      line.visiting -= 1
      setTimeout(() => forget(host, line), spacingMs).unref()
    }
  }

  function forget(host: string, line: Line): void {
    if (line.visiting === 0 && performance.now() >= line.nextAt && lines.get(host) === line) lines.delete(host)
  }

  async function turn(host: string, until: AbortSignal): Promise<(() => void) | undefined> {
    const line = lineAt(host)
    if (line.visiting < atOnce) line.visiting += 1
    else if (!(await placeIn(line, until))) return undefined
    const start = Math.max(performance.now(), line.nextAt)
    line.nextAt = start + spacingMs
    if (await passed(start, until)) return () => leave(host, line)
    leave(host, line)
    return undefined
  }
  return { turn }
}

/** `visiting` stays as it is: the place changes hands. */
function passOn(line: Line, next: () => void): void {
  line.waiting.delete(next)
  next()
}

async function passed(start: number, until: AbortSignal): Promise<boolean> {
  const wait = start - performance.now()
  return wait > 0 ? sleep(wait, true, { signal: until }).catch(() => false) : !until.aborted
}

function placeIn(line: Line, until: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const come = () => resolve(true)
  const give = () => {
    line.waiting.delete(come)
    resolve(false)
  }
  line.waiting.add(come)
  if (until.aborted) give()
  until.addEventListener('abort', give, { once: true })
  return promise.finally(() => until.removeEventListener('abort', give))
}
