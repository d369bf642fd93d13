import { words } from './names.ts'

/** Rule 10: the register follows none of these; the person is asked for the full address. */
const shortLinks = words(
  `bit.ly t.co goo.gl tinyurl.com cutt.ly u.nu lnkd.in fb.me pin.it vm.tiktok.com vt.tiktok.com vb.me zaloapp.com
   go.bsky.app pic.twitter.com is.gd ow.ly buff.ly rebrand.ly shorturl.at rb.gy t.ly`,
)

export const isShortLink = (host: string) => shortLinks.has(host.replace(/^(?:www\.)+/, ''))
