/** Which form of the answer a client asks for (RFC 9110, 12.5.1). JSON unless the signed copy is named and liked no less. */
export function wantedForm(accept: string | undefined): 'json' | 'jws' {
  const jws = quality(accept ?? '', 'application/jwt')
  return jws > 0 && jws >= quality(accept ?? '', 'application/json') ? 'jws' : 'json'
}

function quality(header: string, type: string): number {
  for (const part of header.slice(0, 1_000).split(',')) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    if (range !== type) continue
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    return q === undefined ? 1 : Number(q.slice(2)) || 0
  }
  return 0
}
