import { createECDH, randomBytes } from 'node:crypto'

/** As `bin/chinhdanh push keys` makes them. */
export function pushKeys() {
  const pair = createECDH('prime256v1')
  const public_key = pair.generateKeys('base64url')
  const secret = pair.getPrivateKey()
  const private_key = Buffer.concat([Buffer.alloc(32 - secret.length), secret]).toString('base64url')
  return { public_key, private_key }
}

/** What a browser makes for itself when notices are turned on in it; `pair` and `auth` stay in it. */
export function browserKeys() {
  const pair = createECDH('prime256v1')
  const auth = randomBytes(16)
  return { pair, auth, keys: { p256dh: pair.generateKeys('base64url'), auth: auth.toString('base64url') } }
}
