import { agree, sameTexts, sharedAddresses, type Told } from './agree.ts'
import { oneResolver } from './one-resolver.ts'
import { resolverList } from './resolver-list.ts'
import { saysSigned } from './signed.ts'

export interface Resolvers {
  /** Who is asked, as the operator wrote it: one or two. */
  readonly names: readonly string[]
  /** TXT records, the strings of each joined. With `sought`, two resolvers need to agree only on the records it picks. */
  txt(name: string, sought?: (value: string) => boolean): Promise<Told>
  /** A and AAAA together. Never the machine's own resolver, its hosts file or its search list. */
  addresses(host: string): Promise<Told>
  /** Whether the zone is signed: every one of them says that it validated an answer which holds a sought record. */
  signed(name: string, sought: (value: string) => boolean): Promise<boolean>
}

/** Takes CHINHDANH_DNS, or `systemResolvers()` where that is empty. */
export function resolvers(entries: readonly string[]): Resolvers {
  const names = resolverList(entries)
  const asked = names.map(oneResolver)
  return {
    names,
    async txt(name, sought) {
      if (!canExist(name)) return noSuchName
      return agree(await Promise.all(asked.map((one) => one.txt(name))), names, sameTexts(sought))
    },
    async addresses(host) {
      if (!canExist(host)) return noSuchName
      return agree(await Promise.all(asked.map((one) => one.addresses(host))), names, sharedAddresses)
    },
    async signed(name, sought) {
      if (!canExist(name)) return false
      return (await Promise.all(names.map((one) => saysSigned(one, name, sought)))).every(Boolean)
    },
  }
}

/** A name beyond what DNS can carry is in no zone; nobody needs to be asked. */
const noSuchName: Told = { kind: 'absent', why: 'nxdomain', resolvers: [] }

function canExist(name: string): boolean {
  return name.length <= 253 && name.split('.').every((label) => label.length > 0 && label.length <= 63)
}
