/** What passkeys are bound to: the origin that people see, and its host. */
export type Site = { readonly origin: string; readonly host: string; readonly name: () => string }

export const siteOf = (url: string, organisation: () => string | undefined): Site => ({
  origin: url,
  host: new URL(url).hostname,
  name: () => organisation() ?? 'Chính Danh',
})
