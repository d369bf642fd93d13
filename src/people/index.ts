import { type Given, routesOf } from './routes.tsx'

type Needed = Omit<Given, 'timeZone'> & { readonly timeZone?: string }

/** A listed person's public page: reads one table under a role that sees nothing else, and uses no other room. */
export function people({ timeZone = 'Asia/Ho_Chi_Minh', ...given }: Needed) {
  return { room: routesOf({ ...given, timeZone }) }
}
