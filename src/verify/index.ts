import { type Given, routesOf } from './routes.ts'

export { type Signer, signerOf } from './signer.ts'
export type { Statement } from './statement.ts'

type Needed = Omit<Given, 'timeZone'> & { readonly timeZone?: string }

/** The public question: reads one table under a role that sees nothing else, and uses no other room. */
export function verify({ timeZone = 'Asia/Ho_Chi_Minh', ...given }: Needed) {
  return { room: routesOf({ ...given, timeZone }) }
}
