import {
  ActLink,
  Button,
  ButtonLink,
  CellLines,
  Chips,
  Form,
  Heading,
  Lead,
  PageTitle,
  Pagination,
  RedBox,
  SearchForm,
  Soft,
  StackTable,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { type Handover, type List, linesAtOnce, type RoleLine } from '../store.ts'
import { words } from '../words.ts'
import { Handovers, roleName, StateTag, Term, UnitOf } from './parts.tsx'

export type RolesShown = {
  /** Only to administrators. */
  readonly roles?: readonly RoleLine[]
  readonly alarms: readonly RoleLine[]
  readonly handovers: readonly Handover[]
  readonly list: List
  readonly from: number
  readonly sought?: string
  readonly lang: Lang
}

export function rolesPage(shown: RolesShown): Reply {
  const { roles, alarms, handovers, lang } = shown
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.roles}</PageTitle>
      <Lead>{roles ? w.lead : w.leadOfficer}</Lead>
      {alarms.map((one) => (
        <Alarm key={one.id} one={one} lang={lang} />
      ))}
      <p>
        <ActLink href="/roles/mine">{w.mine}</ActLink>
      </p>
      {roles && <Roles {...shown} roles={roles} />}
      <Heading>{w.handovers}</Heading>
      {handovers.length === 0 ? <p>{w.handoversNone}</p> : <Handovers {...{ handovers, lang }} />}
      {handovers.length > 0 && <Soft>{w.whereToFind}</Soft>}
    </>
  )
  return page(w.roles, content, { nav: '/roles', wide: true, path: pathOf(shown) })
}

function Alarm({ one, lang }: { one: RoleLine; lang: Lang }) {
  const w = words[lang]
  return (
    <RedBox>
      <h2 class="govuk-heading-s">{w.alarm}</h2>
      <p>{w.alarmText(roleName(one.role, lang), one.name)}</p>
      <p>
        {w.because}: <span lang="vi">{one.granted_because}</span>
      </p>
      <Form action={`/roles/${one.id}/note`}>
        <Button kind="secondary" flush>
          {w.noted}
          <span class="govuk-visually-hidden"> {one.name}</span>
        </Button>
      </Form>
    </RedBox>
  )
}

const pathOf = ({ list, sought }: Pick<RolesShown, 'list' | 'sought'>) => {
  const asked = new URLSearchParams({ ...(list === 'now' ? {} : { show: list }), ...(sought ? { unit: sought } : {}) })
  return asked.size === 0 ? '/roles' : `/roles?${asked}`
}

function Roles({ roles, list, from, sought, lang }: RolesShown & { roles: readonly RoleLine[] }) {
  const w = words[lang]
  const names = { now: w.listNow, proposed: w.listProposed, ended: w.listEnded }
  const items = (['now', 'proposed', 'ended'] as const).map((one) => ({
    ...{ href: pathOf({ list: one, sought }), text: names[one], current: one === list },
  }))
  const path = pathOf({ list, sought })
  const at = (start: number) => (start > 0 ? `${path}${path.includes('?') ? '&' : '?'}from=${start}` : path)
  return (
    <>
      <ButtonLink href="/roles/new">{w.grant}</ButtonLink>
      <SearchForm
        action="/roles"
        name="unit"
        label={w.search}
        hint={w.searchHint}
        find={w.find}
        hidden={{ show: list === 'now' ? undefined : list }}
        {...{ sought, lang }}
      />
      <Chips label={w.lists} items={items} />
      {roles.length === 0 ? <p>{w.nothingFound}</p> : <Listing roles={roles.slice(0, linesAtOnce)} lang={lang} />}
      <Pagination
        lang={lang}
        previous={from > 0 ? at(Math.max(0, from - linesAtOnce)) : undefined}
        next={roles.length > linesAtOnce ? at(from + linesAtOnce) : undefined}
      />
    </>
  )
}

function Listing({ roles, lang }: { roles: readonly RoleLine[]; lang: Lang }) {
  const w = words[lang]
  const columns = [
    { head: w.person },
    { head: w.role, label: w.role },
    { head: w.unit, label: w.unit },
    { head: w.term, label: w.term },
    { head: w.state, label: w.state },
  ]
  const rows = roles.map((line) => ({
    key: line.id,
    cells: [
      <CellLines
        first={
          <a class="govuk-link cd-act" href={`/roles/${line.id}`} lang="vi">
            {line.name}
            <span class="govuk-visually-hidden"> {roleName(line.role, lang)}</span>
          </a>
        }
        second={line.office && <span lang="vi">{line.office}</span>}
      />,
      roleName(line.role, lang),
      <UnitOf line={line} lang={lang} />,
      <Term line={line} lang={lang} />,
      <StateTag state={line.state} lang={lang} />,
    ],
  }))
  return <StackTable caption={w.roles} captionHidden named {...{ columns, rows }} />
}
