import type { Tx } from '../db/index.ts'
import { kept, unitByCode } from '../units/index.ts'
import { insertVersion } from './store.ts'

export const longestTitle = 200
/** Characters of Markdown: about five printed pages. */
export const longestText = 8_000

export type Asked = {
  readonly guidance: string
  readonly version: string
  /** Code of the unit whose people it is for, with all below; without it everybody. */
  readonly unit?: string
  readonly material: boolean
  readonly title: { readonly vi: string; readonly en: string }
  readonly text: { readonly vi: string; readonly en: string }
}
export type Refusal =
  | 'guidance_title_missing'
  | 'guidance_text_missing'
  | 'guidance_too_long'
  | 'guidance_unchanged'
  | 'guidance_not_found'
  | 'unit_not_found'
export type Published =
  | { readonly kind: 'published'; readonly guidance: string; readonly version: string }
  | { readonly kind: 'refused'; readonly code: Refusal }

/** As it is kept: composed letters, plain line ends, nothing around. */
const clean = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()

/** What was typed, as it would come out, or why it cannot. */
export function readAsked({ title, text }: Pick<Asked, 'title' | 'text'>) {
  const titles = { vi: kept(title.vi, longestTitle), en: kept(title.en, longestTitle) }
  const texts = { vi: clean(text.vi), en: clean(text.en) }
  if (!titles.vi || !titles.en) return 'guidance_title_missing'
  if (!texts.vi || !texts.en) return 'guidance_text_missing'
  if ([texts.vi, texts.en].some((one) => one.length > longestText)) return 'guidance_too_long'
  return { title: { vi: titles.vi, en: titles.en }, text: texts }
}

/** Brings out a text or its next version. From here on it stands for good: a mistake is mended by the next version. */
export async function publish(tx: Tx, asked: Asked): Promise<Published> {
  const read = readAsked(asked)
  if (typeof read === 'string') return { kind: 'refused', code: read }
  const unit = asked.unit === undefined ? null : (await unitByCode(tx, asked.unit))?.id
  if (unit === undefined) return { kind: 'refused', code: 'unit_not_found' }
  const said = await insertVersion(tx, { ...asked, ...read, unit })
  if (said !== 'published') return { kind: 'refused', code: said as Refusal }
  return { kind: 'published', guidance: asked.guidance, version: asked.version }
}
