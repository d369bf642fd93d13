import { scimErrorUrn } from '../web/index.ts'

export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'sensitive'

/** Ends a request, and rolls back what it began: a SCIM request is done whole or not at all. Caught in one place, plugin.ts. */
export class Refusal extends Error {
  readonly status: number
  readonly scimType: ScimType | undefined
  constructor(status: number, scimType: ScimType | undefined, detail: string) {
    super(detail)
    this.status = status
    this.scimType = scimType
  }
  get body() {
    const { status, scimType, message } = this
    return { schemas: [scimErrorUrn], status: String(status), ...(scimType ? { scimType } : {}), detail: message }
  }
}

export const wrong = (scimType: ScimType, detail: string) => new Refusal(400, scimType, detail)
export const notThere = () => new Refusal(404, undefined, 'There is no such resource.')
export const taken = (detail: string) => new Refusal(409, 'uniqueness', detail)
