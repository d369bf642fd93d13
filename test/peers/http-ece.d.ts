declare module 'http_ece' {
  import type { ECDH } from 'node:crypto'
  export function decrypt(
    sealed: Buffer,
    by: { readonly version: 'aes128gcm'; readonly privateKey: ECDH; readonly authSecret: Buffer },
  ): Buffer
}
