/** RFC 4180: one record per line of the file, by the names of its first line. Quotes hold commas, line ends and doubled quotes. */
export function readCsv(text: string): Record<string, string>[] {
  const [names = [], ...records] = recordsOf(text)
  return records.map((fields) => Object.fromEntries(names.map((name, at) => [name, fields[at] ?? ''])))
}

const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

function recordsOf(text: string): string[][] {
  const records: string[][] = []
  let fields: string[] = []
  field.lastIndex = 0
  while (field.lastIndex < text.length) {
    const at = field.lastIndex
    const found = field.exec(text)
    if (!found) throw new Error(`not CSV at character ${at}`)
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',' && field.lastIndex < text.length) continue
    records.push(fields)
    fields = []
  }
  return records
}
