type Asked = {
  readonly method: string
  /** A page's form, or an API call that a cookie would sign. */
  readonly cookieCounts: boolean
  readonly origin: string | undefined
  readonly site: string | undefined
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Was this writing request sent from one of our own pages? Cookies are sent by browsers on their own, so a form on another
 *  site must not count. A bearer token is never sent on its own and needs no origin. */
export function fromOurselves(asked: Asked, own: string): boolean {
  if (reading.has(asked.method) || !asked.cookieCounts) return true
  if (asked.origin !== undefined) return asked.origin === own
  return asked.site === 'same-origin'
}
