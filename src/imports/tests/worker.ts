import { openDatabase } from '../../db/index.ts'
import { jobsOn } from '../../jobs/index.ts'
import { goesOn, jobsOf } from '../jobs.ts'

// A process that works on imports and does nothing else, to be ended from outside: `node worker.ts DATABASE [IMPORT PERSON]`.
const [, , adminUrl = '', which, by] = process.argv
const db = openDatabase(adminUrl)
const jobs = jobsOn(db, 'Asia/Ho_Chi_Minh', (name, error) => console.error(name, error.message))
await jobs.start(jobsOf({ db }).filter(({ name }) => name === goesOn))
if (which && by) await db.as(by, (tx) => jobs.enqueue(tx, goesOn, { import: which, by }))
console.log('works')
