/** What to call a device, until its owner says better. */
export function deviceName(userAgent: string | undefined): string {
  const known = [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Macintosh|Mac OS X/, 'Mac'],
    [/CrOS/, 'Chromebook'],
    [/Linux/, 'Linux'],
  ] as const
  return known.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? ''
}
