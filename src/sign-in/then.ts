/** Where to after signing in: a path of our own, or the first page of whoever signed in. A text that a browser would read
 *  as another host (`//host`, `/\host`) is not a path. */
export function safeThen(then: string | null | undefined): string {
  const firstPage = '/declarations'
  if (!then || then.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(then)) return firstPage
  return then.includes('\\') ? firstPage : then
}

/** Carries it on from one page of sign-in to the next. */
export const withThen = (path: string, then: string | null) =>
  then === null ? path : `${path}?then=${encodeURIComponent(safeThen(then))}`
