import {
  ActLink,
  Button,
  Checkboxes,
  ErrorSummary,
  errorFor,
  Fact,
  Facts,
  type FieldError,
  Form,
  Heading,
  Lead,
  PageTitle,
  Radios,
  Receipt,
  Soft,
  Steps,
  TextField,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { subjects, ways } from '../rules.ts'
import type { Followed } from '../store.ts'
import { words } from '../words.ts'

type Start = { readonly lang: Lang; readonly code?: string; readonly errors?: readonly FieldError[] }

/** The first question, before anything is asked for. */
export function startPage({ lang, code = '', errors }: Start): Reply {
  const w = words[lang]
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.startTitle}</PageTitle>
      <Lead>{w.startLead}</Lead>
      <Form action="/impersonations/new" method="get">
        <Radios
          {...{ lang, name: 'about', legend: w.what, error: errorFor(errors, 'about') }}
          items={subjects.map((value) => ({ value, text: w[`about_${value}`] }))}
        />
        <Button>{w.goOn}</Button>
      </Form>
      <Heading>{w.followTitle}</Heading>
      <Form action="/impersonations/reports" method="get">
        <TextField
          {...{ lang, name: 'code', label: w.followLabel, hint: w.followHint, value: code, width: 20, code: true }}
          {...{ maxlength: 40, error: errorFor(errors, 'code') }}
        />
        <Button kind="secondary">{w.follow}</Button>
      </Form>
    </>
  )
  return page(w.startTitle, content, { path: '/impersonations', ...faults(errors) })
}

const faults = (errors?: readonly FieldError[]) => ({ status: errors ? 422 : 200, error: errors !== undefined })

/** What somebody wrote is no matter of this register: it ends here. */
export function notTakenPage(lang: Lang): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.notTakenTitle}</PageTitle>
      <Lead>{w.notTakenText}</Lead>
      <p>{w.notTakenTo}</p>
      <p>
        <ActLink href="/impersonations">{w.backToStart}</ActLink>
      </p>
    </>
  )
  return page(w.notTakenTitle, content, { back: { href: '/impersonations' } })
}

type ReportProps = {
  readonly typed: { readonly address: string; readonly whom: string; readonly how: readonly string[] }
  readonly errors?: readonly FieldError[]
  readonly signedIn: boolean
  readonly lang: Lang
}

/** Two addresses and what is ticked: no field for text, none for a picture. */
export function reportPage({ typed, errors, signedIn, lang }: ReportProps): Reply {
  const w = words[lang]
  const address = { lang, inputmode: 'url', code: true, maxlength: 2048 } as const
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.formTitle}</PageTitle>
      <Form action="/impersonations">
        <TextField
          {...{ ...address, name: 'address', label: w.address, hint: w.addressHint, value: typed.address }}
          error={errorFor(errors, 'address')}
        />
        <TextField
          {...{ ...address, name: 'whom', label: w.whom, hint: w.whomHint, value: typed.whom }}
          error={errorFor(errors, 'whom')}
        />
        <Checkboxes
          {...{ lang, name: 'how', legend: w.how, values: typed.how, error: errorFor(errors, 'how') }}
          items={ways.map((value) => ({ value, text: w[`way_${value}`] }))}
        />
        <Soft>{w.noText}</Soft>
        {signedIn && <Soft>{w.signedInNote}</Soft>}
        <Button>{w.send}</Button>
      </Form>
    </>
  )
  return page(w.formTitle, content, {
    back: { href: '/impersonations' },
    path: '/impersonations/new?about=page',
    ...faults(errors),
  })
}

/** To whoever has the code: how it stands, and nothing of whom or which page it is about. */
export function followedPage(given: { found: Followed; code: string; url: string; lang: Lang }): Reply {
  const { found, code, url, lang } = given
  const w = words[lang]
  const title = found.about === 'report' ? w.receivedTitle : w.objectionReceivedTitle
  const path = `/impersonations/reports/${code}`
  const content = (
    <>
      <Receipt {...{ lang, title, code, url: `${url}${path}`, note: w.keepCode }}>
        <Facts>
          <Fact term={w.state}>{stateText(found, lang)}</Fact>
          <Fact term={w.since}>{timeText(found.at, lang)}</Fact>
        </Facts>
      </Receipt>
      {!found.outcome && found.about === 'report' && (
        <>
          <Heading>{w.whatNext}</Heading>
          <Steps items={[w.next1, w.next2, w.next3].map((step) => ({ title: step }))} heading="h3" />
        </>
      )}
    </>
  )
  return page(title, content, { back: { href: '/impersonations' }, path, headers: { 'cache-control': 'no-store' } })
}

export const stateText = ({ stage, outcome }: Pick<Followed, 'stage' | 'outcome'>, lang: Lang): string => {
  const w = words[lang]
  return outcome ? `${w.over_short}: ${w[`ended_${outcome}` as 'ended_mine']}` : w[`stage_${stage}`]
}
