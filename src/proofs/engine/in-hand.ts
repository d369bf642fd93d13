import type { Due } from './types.ts'

/** So many at once: questions of DNS cost a packet, visits a connection and a handshake. */
const atOnce = { names: 192, visits: 32 } as const
/** As many of one host as can be visited, one a second, before their claims grow old. */
const mostOfOneHost = 300
const mostInHand = 5_000
/** Names are asked faster than a busy database hands out the next thousand. */
const namesAhead = 2_000

export type InHand = {
  /** Gives back what its host has no time for now, with how many seconds later it may come. */
  add(due: readonly Due[]): { readonly due: Due; readonly seconds: number }[]
  /** What may begin now. Say `done` when it is over. */
  next(): Due | undefined
  done(due: Due): void
  /** Whether so little is left to begin that more should be claimed. */
  runsLow(): boolean
  isEmpty(): boolean
}

/** What was claimed and not begun. Hosts stand in line, each with its own line behind it, and come up in turn: however slow or crowded a
 *  host is, it holds one place, and the others go on. */
export function inHand(): InHand {
  const names: Due[] = []
  const hosts = new Map<string, Due[]>()
  const ready: string[] = []
  const offset = new Map<string, number>()
  const begun = { names: 0, visits: 0 }
  let waiting = 0
  let first = 0 // of `names`: shifting a long array costs its length

  function nextName(): Due | undefined {
    if (begun.names >= atOnce.names || first >= names.length) return undefined
    const due = names[first++]
    if (first >= 1_024) first -= names.splice(0, first).length
    begun.names += 1
    return due
  }
  function nextVisit(): Due | undefined {
    const host = begun.visits < atOnce.visits ? ready.shift() : undefined
    if (host === undefined) return undefined
    begun.visits += 1
    waiting -= 1
    return hosts.get(host)?.shift()
  }
  function push(host: string, due: Due): { due: Due; seconds: number } | undefined {
    const line = hosts.get(host)
    if (line && line.length >= mostOfOneHost) {
      const seconds = (offset.get(host) ?? mostOfOneHost) + 1
      offset.set(host, seconds)
      return { due, seconds }
    }
    waiting += 1
    if (line) line.push(due)
    else {
      hosts.set(host, [due])
      ready.push(host)
    }
    return undefined
  }

  return {
    add(due) {
      const back = due.map((one) => {
        const host = hostOf(one)
        if (host !== undefined) return push(host, one)
        names.push(one)
        return undefined
      })
      return back.filter((one) => one !== undefined)
    },
    next: () => nextName() ?? nextVisit(),
    done(due) {
      const host = hostOf(due)
      if (host === undefined) begun.names -= 1
      else {
        begun.visits -= 1
        if (hosts.get(host)?.length) ready.push(host)
        else hosts.delete(host)
      }
    },
    runsLow: () => names.length - first < namesAhead && ready.length < atOnce.visits && waiting < mostInHand,
    isEmpty: () => first >= names.length && waiting === 0 && begun.names === 0 && begun.visits === 0,
  }
}

/** Which host a look would visit; none for a question of DNS, which the resolvers are asked. */
function hostOf({ proof, page }: Due): string | undefined {
  return proof.method === 'dns-txt' ? undefined : (URL.parse(page.canonical)?.hostname ?? page.canonical)
}
