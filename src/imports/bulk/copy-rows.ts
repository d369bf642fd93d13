/** One row in COPY's text format. */
export function copyRow(...fields: readonly (string | null)[]): string {
  let row = ''
  for (const field of fields) row += `${row === '' ? '' : '\t'}${field === null ? '\\N' : escaped(field)}`
  return `${row}\n`
}

const special = /[\\\t\n\r]/
const signs: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string) =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => signs[sign] as string) : text
