export { fromIn, idIn } from './asked.ts'
export { type Fields, Refused, textOf, unreadable } from './body.ts'
export { deviceName } from './device-name.ts'
export { replyOnce } from './once.ts'
export { openApi } from './openapi.ts'
export { go, json, type PageOptions, page, type Reply, raw, refuse, type SessionChange, stream } from './reply.ts'
export {
  type About,
  type Answer,
  type At,
  isApi,
  type NavEntry,
  type NoticeWords,
  type Room,
  type Route,
  room,
} from './room.ts'
export { scimErrorUrn } from './scim.ts'
export { type Serving, serverOf } from './server.ts'
export { status } from './status.ts'
export type { Upload, Visit } from './visit.ts'
export { bothLanguages, type InLanguage, type Lang, languages, type Words } from './words.ts'
