import type { NoticeWords, Room } from '../web/index.ts'

export type Kinds = ReadonlyMap<string, NoticeWords>

/** The words of every kind of notice, gathered from the rooms. Throws where two rooms say the same kind. */
export function kindsOf(rooms: readonly Pick<Room, 'name' | 'notices'>[]): Kinds {
  const kinds = new Map<string, NoticeWords>()
  for (const { name, notices } of rooms) {
    for (const [kind, words] of Object.entries(notices)) {
      if (kinds.has(kind)) throw new Error(`${name}: the notice ${kind} has words in another room already`)
      kinds.set(kind, words)
    }
  }
  return kinds
}
