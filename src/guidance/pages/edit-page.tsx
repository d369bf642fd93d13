import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Lead,
  PageTitle,
  TextArea,
  TextField,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { answers } from '../answers.ts'
import { longestText, longestTitle } from '../publish.ts'
import type { Draft } from '../shapes.ts'
import { words } from '../words.ts'

type Shown = { readonly draft: Draft; readonly code?: string; readonly lang: Lang }
type Field = 'title_vi' | 'text_vi' | 'unit'

/** The field that a refusal is about. */
const fieldOf: Readonly<Record<string, Field>> = { guidance_title_missing: 'title_vi', unit_not_found: 'unit' }

/** Both languages on one page. A refusal comes back on its field, with everything that was typed. */
export function editPage({ draft, code, lang }: Shown): Reply {
  const w = words[lang]
  const next = draft.guidance !== ''
  const at = code && (fieldOf[code] ?? 'text_vi')
  const message = code && messageOf(code, lang)
  const error = (field: Field) => (at === field ? message : undefined)
  const { title_vi, title_en, text_vi, text_en, unit } = draft
  const content = (
    <>
      {at && message && <ErrorSummary lang={lang} errors={[{ field: at, message }]} />}
      <PageTitle>{next ? w.edit : w.write}</PageTitle>
      <Lead>{w.writeLead}</Lead>
      <Form action="/guidance/preview" hidden={{ guidance: draft.guidance, version: draft.version }}>
        <TextField
          {...{ lang, name: 'title_vi', label: w.titleVi, value: title_vi, maxlength: longestTitle }}
          error={error('title_vi')}
        />
        <TextArea
          {...{ lang, name: 'text_vi', label: w.textVi, value: text_vi, rows: 16, maxlength: longestText }}
          error={error('text_vi')}
        />
        <TextField {...{ lang, name: 'title_en', label: w.titleEn, value: title_en, maxlength: longestTitle }} />
        <TextArea {...{ lang, name: 'text_en', label: w.textEn, value: text_en, rows: 16, maxlength: longestText }} />
        {!next && (
          <TextField
            {...{ lang, name: 'unit', label: w.unitCode, hint: w.unitHint, value: unit, width: 20 }}
            code
            optional
            error={error('unit')}
          />
        )}
        <Checkbox
          lang={lang}
          name="material"
          text={w.materialBox}
          hint={w.materialHint}
          checked={draft.material !== ''}
        />
        <Button>{w.preview}</Button>
      </Form>
    </>
  )
  const back = { href: next ? `/guidance/${draft.guidance}` : '/guidance' }
  const path = next ? `/guidance/${draft.guidance}/edit` : '/guidance/new'
  const status = code ? { status: answers[code]?.status ?? 422, error: true } : {}
  return page(next ? w.edit : w.write, content, { nav: '/guidance', back, path, ...status })
}

function messageOf(code: string, lang: Lang): string {
  const { title, detail } = answers[code] ?? {}
  return title ? `${title[lang]}. ${detail?.[lang] ?? ''}`.trim() : words[lang].noSuchUnit
}
