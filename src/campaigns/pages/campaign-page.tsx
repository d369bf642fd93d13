import {
  ActLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Fact,
  Facts,
  Form,
  Heading,
  PageTitle,
  Rule,
  Soft,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { answers } from '../answers.ts'
import { paceOf } from '../jobs.ts'
import { type Act, daysFor, open, type Turn } from '../rules.ts'
import type { Campaign, Cell, Part } from '../store.ts'
import { words } from '../words.ts'
import { nav } from './list-page.tsx'
import { askedOf, Cells, figure, Parts, StateTag, sumOf, taskText } from './parts.tsx'

export type Shown = {
  readonly campaign: Campaign
  readonly parts: readonly Part[]
  readonly cells: readonly Cell[]
  readonly next: Turn | undefined
  readonly code?: string
  readonly lang: Lang
}

/** A draft as a preview, then how far it is, then what came of it. A script keeps the figures fresh while it runs; without one a link does. */
export function campaignPage(shown: Shown): Reply {
  const { campaign, parts, cells, code, lang } = shown
  const w = words[lang]
  const href = `/campaigns/${campaign.id}`
  const failed = code ? answers[code] : undefined
  const said = failed && `${failed.title[lang]}. ${failed.detail?.[lang] ?? ''}`.trim()
  const total = sumOf(parts)
  const content = (
    <>
      {said && <ErrorSummary lang={lang} errors={[{ field: '', message: said }]} />}
      <PageTitle caption={<span lang="vi">{campaign.unit_name}</span>}>{taskText(campaign, lang)}</PageTitle>
      <Standing {...shown} />
      {campaign.state === 'running' || campaign.state === 'stopped' ? <Progress {...shown} /> : null}
      <Presses {...shown} />
      <Rule />
      <Heading>{w.who}</Heading>
      {campaign.counted_at === null ? (
        <p>{w.counting}</p>
      ) : (
        <>
          {total !== null && <p>{w.whoLead(figure(total, lang))}</p>}
          <Parts parts={parts} lang={lang} />
          <Heading>{w.results}</Heading>
          <p>{w.resultsLead}</p>
          <Cells {...{ campaign, cells, lang }} />
          <Soft>{w.counted(timeText(campaign.counted_at, lang, 'minute'))}</Soft>
          <p>
            <ActLink href={`${href}/people?unit=${encodeURIComponent(campaign.unit_code)}`}>
              {w.seePeople(campaign.unit_name)}
            </ActLink>
          </p>
        </>
      )}
    </>
  )
  const islands = campaign.state === 'running' ? ['campaign.js'] : []
  const status = failed ? { status: failed.status, error: true } : {}
  return page(taskText(campaign, lang), content, {
    nav,
    back: { href: nav },
    path: href,
    islands,
    wide: true,
    ...status,
  })
}

function Standing({ campaign, parts, lang }: Shown) {
  const w = words[lang]
  const asked = askedOf(parts)
  const rule = w.ruleText(
    w.times(campaign.steps),
    w.days_n(campaign.gap_days),
    campaign.per_wave.toLocaleString(lang),
    w.minutes(campaign.wave_minutes),
    campaign.per_day.toLocaleString(lang),
  )
  return (
    <Facts>
      <Fact term={w.state}>
        <StateTag state={campaign.state} lang={lang} />
      </Fact>
      {campaign.made_by_name && (
        <Fact term={w.madeBy}>
          <span lang="vi">{campaign.made_by_name}</span>, {timeText(campaign.made_at, lang, 'day')}
        </Fact>
      )}
      <Fact term={w.rule}>{rule}</Fact>
      <Fact term={w.hours}>{w.hoursText(campaign.from_hour, campaign.until_hour, w[campaign.days])}</Fact>
      {campaign.state === 'draft' && asked !== null && asked > 0 && (
        <Fact term={w.takes}>{w.takesDays(daysFor(asked, paceOf(campaign)))}</Fact>
      )}
    </Facts>
  )
}

function Progress({ campaign, next, lang }: Shown) {
  const w = words[lang]
  const number = (name: 'asked' | 'told' | 'spared') => (
    <span data-figure={name}>{campaign[name].toLocaleString(lang)}</span>
  )
  return (
    <>
      <Heading>{w.progress}</Heading>
      <div id="campaign" role="status" data-follow={`/campaigns/${campaign.id}/progress`} data-state={campaign.state}>
        <Facts>
          <Fact term={w.asked}>{number('asked')}</Fact>
          <Fact term={w.toldTimes}>{number('told')}</Fact>
          <Fact term={w.sparedTimes}>{number('spared')}</Fact>
        </Facts>
      </div>
      {next && <p>{nextText(next, lang)}</p>}
      <p>
        <ActLink href={`/campaigns/${campaign.id}`}>{w.reload}</ActLink>
      </p>
    </>
  )
}

function nextText(next: Turn, lang: Lang): string {
  const w = words[lang]
  return next.kind === 'send' ? w.sends : w[`waits_${next.why}`](timeText(next.until, lang, 'minute'))
}

function Presses({ campaign, parts, lang }: Shown) {
  const w = words[lang]
  const asked = askedOf(parts)
  const acts = open(campaign.state).filter((act) => act !== 'start' || (campaign.counted_at !== null && asked !== 0))
  const text = (act: Act) =>
    act === 'start' && asked !== null ? w.startOf(asked.toLocaleString(lang)) : w[`act_${act}`]
  const main = (act: Act) => act === 'start' || act === 'resume'
  return (
    <>
      {campaign.state === 'running' && <Soft>{w.stopNote}</Soft>}
      <ButtonGroup>
        {acts.map((act) => (
          <Form key={act} action={`/campaigns/${campaign.id}/${act}`}>
            <Button kind={main(act) ? 'main' : 'secondary'}>{text(act)}</Button>
          </Form>
        ))}
      </ButtonGroup>
    </>
  )
}
