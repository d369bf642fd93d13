import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from './body.ts'
import type { Upload } from './visit.ts'

/** For the routes that take a file, and for no other: elsewhere such a form is not taken. */
export async function takesUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { throwFileSizeLimit: false })
}

type Sent = { readonly body: unknown; readonly file?: Upload }

/** The fields of a form and the one file in it. Read only after the rule admitted whoever sends it. */
export async function uploadOf(request: FastifyRequest, most: number): Promise<Sent> {
  if (!request.isMultipart?.()) return { body: request.body }
  const body: Record<string, string> = Object.create(null)
  let file: Upload | undefined
  const limits = { fileSize: most + 1, files: 1, fields: 20, fieldSize: 2_000, parts: 21, headerPairs: 50 }
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') file = { name: plainName(part.filename), bytes: await part.toBuffer() }
      else body[part.fieldname] = String(part.value)
    }
  } catch (error) {
    throw isAwry(error) ? new Refused('bad_request', 400) : error
  }
  return file && file.bytes.length > 0 ? { body, file } : { body }
}

/** What somebody sent is not as such a form is; whatever else went wrong is ours. */
const isAwry = (error: unknown) => !/^(ECONN|EPIPE)/.test((error as { code?: string }).code ?? '')

/** Without a path, and without signs that hide or break a line. */
const plainName = (name = '') =>
  (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, 150)
