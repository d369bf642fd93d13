import type { Politeness } from './politeness.ts'

export type Turns = { at(host: string): Promise<boolean>; done(): void }

/** One visit's turns: it keeps its turn while it stays on a host, and gives it back before it asks for another, so that no
 *  two visits wait for each other. */
export function turns(polite: Politeness, until: AbortSignal): Turns {
  let held: { readonly host: string; readonly leave: () => void } | undefined
  function done(): void {
    held?.leave()
    held = undefined
  }
  return {
    done,
    async at(host) {
      if (held?.host === host) return true
      done()
      const leave = await polite.turn(host, until)
      held = leave && { host, leave }
      return leave !== undefined
    },
  }
}
