/** What the register tells people, on their front page and by mail. */
export { type Bounce, readBounce } from './bounce.ts'
export { type Kinds, kindsOf } from './kinds.ts'
export { type LinkKind, linkLetter, noticeLetter } from './letters.ts'
export { type Mail, mailOf } from './mail.ts'
export { NewNotices, SeenButton } from './new-notices.tsx'
export { type Notice, type Notices, noticesOf } from './notices.ts'
export { noteBounce } from './outbox-store.ts'
