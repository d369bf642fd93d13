import type { Answer } from './room.ts'

/** SCIM 2.0 is no page and no /v1: whatever is refused there is refused in its own shape (RFC 7644, 3.12). */
export const isScim = (url: string) => /^\/scim(?:[/?]|$)/.test(url)

export const scimErrorUrn = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** A refusal of the frame in that shape: for programs, so in English. */
export const scimRefusal = ({ status, title }: Answer) =>
  JSON.stringify({
    schemas: [scimErrorUrn],
    status: String(status),
    ...(status === 400 ? { scimType: 'invalidSyntax' } : {}),
    detail: title.en,
  })
