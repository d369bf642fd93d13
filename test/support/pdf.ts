import { inflateSync } from 'node:zlib'

/** The text of a PDF as a program that copies from it would get it: by the letters that each face says its shapes stand for. One
 *  string a page. */
export function textOfPdf(file: Buffer): string[] {
  const whole = file.toString('latin1')
  const objects = new Map(
    [...whole.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((match) => [match[1] as string, match[2] as string]),
  )
  const of = (reference: string) => objects.get(reference) as string
  const faces = new Map(
    [...whole.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, reference]) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(of(reference as string))?.[1]
      return [name as string, lettersOf(streamOf(of(map as string)))]
    }),
  )
  return [...whole.matchAll(/\/Contents (\d+) 0 R/g)].map(([, reference]) => {
    let face: readonly string[] = []
    return [...streamOf(of(reference as string)).matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)]
      .map(([, name, shown]) => {
        if (name) face = faces.get(name) ?? []
        return [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)]
          .flatMap(([, hex]) => (hex as string).match(/.{4}/g) ?? [])
          .map((shape) => face[Number.parseInt(shape, 16)] ?? '�')
          .join('')
      })
      .join('\n')
  })
}

const streamOf = (object: string) => {
  const start = object.indexOf('stream\n') + 'stream\n'.length
  return inflateSync(Buffer.from(object.slice(start, object.lastIndexOf('\nendstream')), 'latin1')).toString('latin1')
}

const lettersOf = (map: string) =>
  [...map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*?)\]/g)].flatMap(([, , letters]) =>
    [...(letters as string).matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) =>
      String.fromCharCode(...((hex as string).match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
    ),
  )
