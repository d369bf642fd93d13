import { Button, ButtonGroup, Form, Heading, Lead, PageTitle, Panel } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { Markdown } from '../markdown.tsx'
import type { Draft } from '../shapes.ts'
import { words } from '../words.ts'

type Both = { readonly vi: string; readonly en: string }
type Shown = { readonly draft: Draft; readonly title: Both; readonly text: Both; readonly lang: Lang }

/** Both languages as they will look. Nothing is out yet. */
export function previewPage({ draft, title, text, lang }: Shown): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.preview}</PageTitle>
      <Lead>{w.previewLead}</Lead>
      <p>{draft.material === '' ? w.minor : w.material}.</p>
      {(['vi', 'en'] as const).map((one) => (
        <>
          <Heading small>{one === 'vi' ? w.inVietnamese : w.inEnglish}</Heading>
          <Panel>
            <div lang={one}>
              <Heading>{title[one]}</Heading>
              <Markdown text={text[one]} />
            </div>
          </Panel>
        </>
      ))}
      <ButtonGroup>
        <Form action="/guidance" hidden={draft}>
          <Button>{w.publish}</Button>
        </Form>
        <Form action="/guidance/draft" hidden={draft}>
          <Button kind="secondary">{w.back}</Button>
        </Form>
      </ButtonGroup>
    </>
  )
  return page(w.preview, content, { nav: '/guidance', path: '/guidance' })
}
