export { isDatabaseAway } from './away.ts'
export { isDay, today } from './calendar.ts'
export { type Came, cameBy, comingBy } from './came-by.ts'
export { crockford, eightLetters, newReceiptCode, receiptCodeOf } from './codes.ts'
export { type Copier, copying } from './copying.ts'
export { type Database, openDatabase, type PersonId, type SecretHash, type Tx } from './database.ts'
export {
  databaseExists,
  dropDatabase,
  ensureDatabase,
  findGround,
  type Ground,
  prepareGround,
  sampleName,
} from './ground.ts'
export { hashOf, isId, newId, newSecret } from './ids.ts'
export { type Migrated, migrate } from './migrate.ts'
export { answerOnce } from './once.ts'
export { unlessRefused } from './refused.ts'
export { type LoginRole, loginRoles, roleName, urlFor } from './roles.ts'
export type { DB } from './rows.ts'
export { rowsOf, said } from './rows-of.ts'
export { type DaysApart, daysApart, isWorkingDay, workingDayAfter } from './working-days.ts'
