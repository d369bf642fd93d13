import { openDatabase } from '../../db/index.ts'
import { mailWay, resolvers } from '../../net/index.ts'
import { mailOf } from '../mail.ts'
import { saying } from './saying.ts'

// A process of its own that sends what is due, so that a test can kill it in the middle.
const { url, smtp } = JSON.parse(process.argv[2] as string) as { url: string; smtp: string }
const db = openDatabase(url)
const way = mailWay({ url: smtp, from: 'so@donvi.vn', resolvers: resolvers(['127.0.0.1:9']) })
await mailOf({ db, url: 'https://so.donvi.vn', rooms: () => [saying], way }).sendDue()
await db.close()
