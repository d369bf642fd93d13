import { parse } from 'tldts'

// Only the ICANN part counts here: a name under blogspot.com is a website like any other.
const asHost = { extractHostname: false, detectIp: false, validateHostname: false, allowPrivateDomains: false }

/** The registrable name of a host, or nothing when the ending is unknown or the host is itself an ending. */
export function registrable(host: string): { domain: string; label: string } | undefined {
  const { isIcann, domain, domainWithoutSuffix } = parse(host, asHost)
  if (!isIcann || domain === null || domainWithoutSuffix === null) return undefined
  return { domain, label: domainWithoutSuffix }
}

/** The host ends in a known public suffix, or is one of several labels itself. */
export function hasKnownEnding(host: string): boolean {
  const { isIcann } = parse(host, asHost)
  return isIcann === true
}
