import { type Given, routesOf } from './routes.ts'

export { channelName, fieldsName, purposeName, purposeSaid } from './access-words.ts'

/** An officer opens one person's record, or gives that person a way to sign in, and the person sees it. */
export const records = (given: Given) => ({ room: routesOf(given) })
