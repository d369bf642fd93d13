import { type Given, routesOf } from './routes.ts'

/** What the register has told a person. */
export const notices = (given: Given) => ({ room: routesOf(given) })
