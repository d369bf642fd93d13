import { z } from 'zod'
import { type Actor, anyone } from '../permissions/index.ts'
import type { FieldError } from '../web/components/index.ts'
import { type At, go, type Lang, page, type Reply, type Route, refuse, type Visit } from '../web/index.ts'
import { begin, type Named, soFar } from './begin.ts'
import type { Given } from './given.ts'
import { SetUpPage } from './page.tsx'
import { words } from './words.ts'

const form = z.object({ organisation: z.string().max(5000).default(''), name: z.string().max(5000).default('') })

export function routes(at: At, { db, invite, renamed, sampleMode, sample }: Given): readonly Route[] {
  const dead = () => refuse(sample ? 'set_up_during_sample' : 'set_up_link_dead')
  const formPage = async (visit: Seen, typed: Named, errors?: readonly FieldError[]) =>
    page(
      words[visit.lang].title,
      <SetUpPage
        lang={visit.lang}
        secret={secretOf(visit)}
        typed={typed}
        errors={errors}
        sampleOffered={await sampleMode.offered()}
      />,
      { headers: { 'cache-control': 'no-store' }, ...(errors ? { status: 422, error: true } : {}) },
    )

  async function show(visit: Visit): Promise<Reply> {
    const before = await soFar(db, secretOf(visit))
    return before.kind === 'dead' ? dead() : formPage(visit, before)
  }

  async function name(visit: Visit<Actor, Named>): Promise<Reply> {
    const typed = { organisation: tidy(visit.body.organisation), name: tidy(visit.body.name) }
    if ((await soFar(db, secretOf(visit))).kind === 'dead') return dead()
    const errors = errorsIn(typed, visit.lang)
    if (errors.length > 0) return formPage(visit, typed, errors)
    const invited = await begin(db, invite, secretOf(visit), typed)
    if (invited.kind !== 'made') return dead()
    await renamed()
    return go(`/invitations/${invited.secret}`)
  }

  async function startSample(visit: Visit): Promise<Reply> {
    if (sample) return go('/sample') // the second of two clicks comes when the doors have moved
    if ((await soFar(db, secretOf(visit))).kind === 'dead') return dead()
    if (!(await sampleMode.offered())) return refuse('sample_not_offered')
    await sampleMode.start()
    return go('/sample')
  }

  return [
    at.get('/set-up/:secret', anyone, show, { limit: 60 }),
    at.post('/set-up/:secret', anyone, name, { body: form, limit: 30 }),
    at.post('/set-up/:secret/sample', anyone, startSample, { limit: 10 }),
  ]
}

type Seen = Pick<Visit, 'lang' | 'params'>
const secretOf = (visit: Pick<Visit, 'params'>) => visit.params.secret ?? ''
const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function errorsIn(typed: Named, lang: Lang): FieldError[] {
  const w = words[lang]
  const missing = { organisation: w.organisationMissing, name: w.nameMissing }
  const errors: FieldError[] = []
  for (const field of ['organisation', 'name'] as const) {
    if (typed[field] === '') errors.push({ field, message: missing[field] })
    else if (typed[field].length > 200) errors.push({ field, message: w.tooLong })
  }
  return errors
}
