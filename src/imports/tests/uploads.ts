import type { TestHouse } from '../../../test/support/house.ts'
import { hashOf, newSecret } from '../../db/index.ts'

/** A form with a file, as a browser or a script sends it. */
export function multipart(
  fields: Readonly<Record<string, string>>,
  file?: { readonly name: string; readonly bytes: Uint8Array | string },
) {
  const mark = 'x-mark-of-a-form'
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  if (file)
    parts.push(
      Buffer.from(
        `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(file.bytes),
      Buffer.from('\r\n'),
    )
  parts.push(Buffer.from(`--${mark}--\r\n`))
  return { payload: Buffer.concat(parts), type: `multipart/form-data; boundary=${mark}` }
}

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it
type Told = { readonly status: number; readonly body: any }

/** Brings files as this person, by /v1. */
export async function uploads(house: TestHouse, person: { readonly id: string }) {
  const token = newSecret()
  await house.db.asSuperuser(
    "insert into api_token (id, hash, person, name) values (gen_random_uuid(), $1, $2, 'test')",
    [hashOf(token), person.id],
  )
  const authorization = `Bearer ${token}`
  const told = ({ statusCode, body }: { statusCode: number; body: string }): Told => ({
    status: statusCode,
    body: JSON.parse(body),
  })
  const file = async (kind: string, bytes: Uint8Array | string, name = 'tep.csv') => {
    const { payload, type } = multipart({ kind }, { name, bytes })
    return told(
      await house.server.inject({
        method: 'POST',
        url: '/v1/imports',
        headers: { authorization, 'content-type': type },
        payload,
      }),
    )
  }
  const act = async (id: string, name: string, body?: unknown) => {
    const headers = { authorization, ...(body ? { 'content-type': 'application/json' } : {}) }
    const payload = body ? JSON.stringify(body) : undefined
    return told(await house.server.inject({ method: 'POST', url: `/v1/imports/${id}/${name}`, headers, payload }))
  }
  const rows = async (id: string, part: string) =>
    told(await house.server.inject({ url: `/v1/imports/${id}/rows?part=${part}`, headers: { authorization } })).body
  const written = async (kind: string, bytes: string) => {
    const { body } = await file(kind, bytes)
    return act(body.id, 'confirm')
  }
  return { file, act, rows, written }
}
