import type { Readable } from 'node:stream'
import type { JSX } from 'preact'
import { anyMember, may } from '../permissions/index.ts'
import { Frame, renderPage } from './components/index.ts'
import { RefusalPage } from './refusal-page.tsx'
import type { PageOptions, Reply } from './reply.ts'
import type { Answer, NavEntry, Room } from './room.ts'
import { isScim, scimRefusal } from './scim.ts'
import type { Visit } from './visit.ts'

export type Building = {
  /** The organisation's own name, once it was named. */
  readonly organisation: () => string | undefined
  /** Made-up data: every page carries a banner that ends it. */
  readonly sample: boolean
  readonly rooms: readonly Room[]
}

export type Out = {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string | Buffer | Readable
}

/** The one translation from what a room answered to a page, JSON or problem+json. */
export function rendering(
  building: Building,
  refusals: Readonly<Record<string, Answer>>,
  assets: (name: string) => string,
) {
  const nav = building.rooms.flatMap((room) => room.nav).sort((a, b) => a.order - b.order)
  return function render(reply: Reply, visit: Visit): Out {
    switch (reply.kind) {
      case 'go':
        return { status: 303, headers: { location: reply.to, 'cache-control': 'no-store' }, body: '' }
      case 'json':
        return {
          status: reply.status,
          headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...reply.headers },
          body: JSON.stringify(reply.body),
        }
      case 'raw':
        return {
          status: reply.status,
          headers: { 'content-type': reply.type, 'cache-control': 'no-store', ...reply.headers },
          body: reply.body,
        }
      case 'stream':
        return {
          status: 200,
          headers: { 'content-type': reply.type, 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
          body: reply.body,
        }
      case 'page':
        return pageOut(building, nav, assets, visit, reply.title, reply.content, reply.options)
      case 'refused':
        return refusalOut(building, nav, assets, refusals, visit, reply)
    }
  }
}

function pageOut(
  building: Building,
  nav: readonly NavEntry[],
  assets: (name: string) => string,
  visit: Visit,
  title: string,
  content: JSX.Element,
  options: PageOptions,
): Out {
  const { actor, lang } = visit
  const html = renderPage(
    <Frame
      lang={lang}
      title={title}
      error={options.error}
      organisation={building.organisation()}
      path={options.path ?? pathFor(visit)}
      person={actor.kind === 'person' ? { name: actor.name } : undefined}
      nav={
        actor.kind === 'person'
          ? nav
              .filter((entry) => may(actor, entry.rule))
              .map((entry) => ({
                href: entry.href,
                text: entry.text[lang],
                current: entry.href === options.nav,
                red: entry.red,
                duty: entry.rule !== anyMember,
              }))
          : []
      }
      back={options.back}
      sample={building.sample}
      assets={assets}
      robots={options.robots ?? 'noindex'}
      wide={options.wide}
      islands={options.islands}
    >
      {content}
    </Frame>,
  )
  const cache = actor.kind === 'person' ? 'no-store' : 'private, no-cache'
  return {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': cache,
      vary: 'cookie, accept-language',
      ...options.headers,
    },
    body: html,
  }
}

/** Where the language switch leads: this page as read, less the language chosen before. A page that came from a form leads to its own address. */
function pathFor(visit: Visit): string {
  const query = new URLSearchParams(visit.query)
  query.delete('lang')
  const search = query.toString()
  return search ? `${visit.path}?${search}` : visit.path
}

function refusalOut(
  building: Building,
  nav: readonly NavEntry[],
  assets: (name: string) => string,
  refusals: Readonly<Record<string, Answer>>,
  visit: Visit,
  reply: Extract<Reply, { kind: 'refused' }>,
): Out {
  const answer = refusals[reply.code]
  if (!answer) throw new Error(`refusal ${reply.code} has no words: add it to the answers of its room`)
  const retry: Record<string, string> =
    answer.status === 503 || answer.status === 429 ? { 'retry-after': reply.code === 'busy' ? '5' : '60' } : {}
  if (isScim(visit.path)) {
    const headers = { 'content-type': 'application/scim+json; charset=utf-8', 'cache-control': 'no-store', ...retry }
    return { status: answer.status, headers, body: scimRefusal(answer) }
  }
  if (visit.api) {
    const body = {
      type: 'about:blank',
      title: answer.title[visit.lang],
      status: answer.status,
      code: reply.code,
      ...(answer.detail ? { detail: answer.detail[visit.lang] } : {}),
      ...reply.more,
    }
    return {
      status: answer.status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...retry },
      body: JSON.stringify(body),
    }
  }
  const content = (
    <RefusalPage title={answer.title[visit.lang]} detail={answer.detail?.[visit.lang]} lang={visit.lang} />
  )
  return pageOut(building, nav, assets, visit, answer.title[visit.lang], content, {
    status: answer.status,
    error: true,
    headers: retry,
  })
}
