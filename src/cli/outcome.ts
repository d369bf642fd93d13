import type { ParseArgsConfig } from 'node:util'
import type { Config } from '../config.ts'

export type Outcome =
  | { readonly kind: 'done'; readonly result: unknown; readonly text: string }
  /** Nothing was done, and the result says why: `{refused: code}`. */
  | { readonly kind: 'refused'; readonly result: unknown; readonly text: string }
  | { readonly kind: 'wrong_use'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string }

export const exitCodes = { done: 0, refused: 1, wrong_use: 2, failed: 3 } as const

export type Asked = {
  readonly config: Config
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly rest: readonly string[]
  readonly json: boolean
}

export type Command = {
  readonly usage: string
  readonly summary: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly positionals?: true
  readonly run: (asked: Asked) => Promise<Outcome>
}

export const refused = (code: string, more: Record<string, unknown> = {}): Outcome => ({
  kind: 'refused',
  result: { refused: code, ...more },
  text: `Refused: ${code}`,
})
