import { promises } from 'node:dns'
import { asker } from './asker.ts'
import type { Kind } from './packet.ts'

export type Absence = 'nxdomain' | 'nodata'
export type Silence = 'timeout' | 'refused' | 'servfail' | 'disagree' | 'network'
/** What one resolver says. `unreachable` means that it could not tell, which is never a no. */
export type Said =
  | { readonly kind: 'answer'; readonly values: readonly string[] }
  | { readonly kind: 'absent'; readonly why: Absence }
  | { readonly kind: 'unreachable'; readonly why: Silence }

export interface OneResolver {
  txt(name: string): Promise<Said>
  addresses(host: string): Promise<Said>
}

/** Asks that server only, afresh each time, and gives up within 4 s (800 ms, then once more for twice as long). */
export function oneResolver(server: string): OneResolver {
  const resolver = new promises.Resolver({ timeout: 800, tries: 2 })
  resolver.setServers([server])
  const ask = asker(server)
  async function about(kind: Kind, name: string, wholly: () => Promise<readonly string[]>): Promise<Said> {
    const heard = await ask(kind, name)
    if (heard.kind === 'values') return saying(heard.values)
    if (heard.kind === 'silence') return { kind: 'unreachable', why: 'timeout' }
    return (heard.kind === 'rcode' ? rcodes[heard.rcode] : undefined) ?? said(wholly)
  }
  return {
    txt: (name) => about('TXT', name, async () => (await resolver.resolveTxt(name)).map((strings) => strings.join(''))),
    addresses: async (host) => {
      const v4 = about('A', host, () => resolver.resolve4(host))
      const v6 = about('AAAA', host, () => resolver.resolve6(host))
      return both(await v4, await v6)
    },
  }
}

/** A host has the addresses of either family; it has none only where both families say so. */
function both(v4: Said, v6: Said): Said {
  const values = [v4, v6].flatMap((word) => (word.kind === 'answer' ? word.values : []))
  if (values.length > 0) return { kind: 'answer', values }
  if (v4.kind === 'unreachable') return v4
  if (v6.kind === 'unreachable') return v6
  return {
    kind: 'absent',
    why: [v4, v6].every((word) => 'why' in word && word.why === 'nxdomain') ? 'nxdomain' : 'nodata',
  }
}

const saying = (values: readonly string[]): Said =>
  values.length > 0 ? { kind: 'answer', values } : { kind: 'absent', why: 'nodata' }

/** What a code says for itself; on any other, and on whatever is too large or too odd, Node's own resolver has the last word. */
const rcodes: Record<number, Said> = {
  2: { kind: 'unreachable', why: 'servfail' },
  3: { kind: 'absent', why: 'nxdomain' },
  5: { kind: 'unreachable', why: 'refused' },
}

async function said(ask: () => Promise<readonly string[]>): Promise<Said> {
  try {
    return saying(await ask())
  } catch (error) {
    return meaning[(error as NodeJS.ErrnoException).code ?? ''] ?? { kind: 'unreachable', why: 'network' }
  }
}

const meaning: Record<string, Said> = {
  ENOTFOUND: { kind: 'absent', why: 'nxdomain' },
  ENODATA: { kind: 'absent', why: 'nodata' },
  ETIMEOUT: { kind: 'unreachable', why: 'timeout' },
  EREFUSED: { kind: 'unreachable', why: 'refused' },
  ESERVFAIL: { kind: 'unreachable', why: 'servfail' },
}
