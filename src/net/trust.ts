import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'

let made: { readonly from: readonly string[]; readonly context: SecureContext } | undefined

/** The authorities that Node trusts by default, read once: to read them for every connection takes longer than the handshake. Made anew
 *  when Node is told to trust others. */
export function trusted(): SecureContext {
  const from = getCACertificates('default')
  if (made?.from !== from) made = { from, context: createSecureContext() }
  return made.context
}
