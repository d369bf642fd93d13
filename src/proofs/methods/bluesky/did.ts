const plc = /^did:plc:[a-z2-7]{24}$/
const web = /^did:web:(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

/** The permanent id of an account, in one spelling. Only the two kinds that the network knows: one of the directory, or a whole host,
 *  without port and path. */
export function didIn(text: string): string | undefined {
  if (plc.test(text)) return text
  return web.test(text) && text.length <= 261 ? text.toLowerCase() : undefined
}

/** The host of a `did:web`. */
export const hostOfDid = (did: string): string | undefined => /^did:web:(.+)$/.exec(did)?.[1]
