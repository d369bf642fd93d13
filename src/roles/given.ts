import { type Database, today } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'
import type { Calendar } from './term-days.ts'

export type Given = { readonly db: Database; readonly timeZone: string }
export type Member<B = undefined> = Visit<Somebody, B>
export const calendarOf = ({ timeZone }: Given): Calendar => ({ today: today(timeZone), timeZone })
