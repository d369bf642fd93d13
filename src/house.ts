import type { FastifyInstance } from 'fastify'
import { about } from './about/index.ts'
import { watchBy } from './access-record/index.ts'
import { attestations, plans } from './attestations/index.ts'
import { campaigns, countCampaign, counts, quietUntil } from './campaigns/index.ts'
import { cases } from './cases/index.ts'
import type { Config } from './config.ts'
import { type Database, daysApart, today } from './db/index.ts'
import { declarations } from './declarations/index.ts'
import { bringFirst, guidance, tellAll, tells } from './guidance/index.ts'
import { impersonations } from './impersonations/index.ts'
import { goesOn, goOn, imports } from './imports/index.ts'
import { incidents } from './incidents/index.ts'
import { type Job, type Jobs, jobsOn } from './jobs/index.ts'
import { kindsOf, mailOf, noticesOf } from './mail/index.ts'
import { members } from './members/index.ts'
import { myRecord } from './my-record/index.ts'
import type { GuardedClient, MailWay, Resolvers, Services } from './net/index.ts'
import { notices, pushOf } from './notices/index.ts'
import { organisationOf } from './organisation.ts'
import { people } from './people/index.ts'
import { type Wall, wallOn } from './permissions/index.ts'
import { version } from './project-root.ts'
import { proofs } from './proofs/index.ts'
import { records } from './records/index.ts'
import { roles } from './roles/index.ts'
import { sampleIsOver, sampleRoom } from './sample/index.ts'
import { scim } from './scim/index.ts'
import { setUp } from './set-up/index.ts'
import { signIn } from './sign-in/index.ts'
import { units } from './units/index.ts'
import { signerOf, verify } from './verify/index.ts'
import { openApi, type Room, type Serving, serverOf, status } from './web/index.ts'

/** Everything that a register meets outside itself. Each has one door; the rooms are told, they do not reach. */
export type Outside = {
  readonly config: Config
  readonly db: Database
  readonly net: {
    readonly resolvers: Resolvers
    readonly client: GuardedClient
    readonly services: Services
    /** Without it no mail goes out. */
    readonly mail?: MailWay
    /** To push services, at a pace of its own. Without it no browser is told. */
    readonly push?: GuardedClient
  }
  /** Made-up data: a banner on every page, nothing signed, no proof leaves. */
  readonly sample: boolean
  readonly sampleMode: SampleMode
  readonly report?: (where: string, error: Error) => void
  readonly quiet?: boolean
  readonly busyAfterMs?: number
  readonly log?: Serving['log']
  /** Only a test that takes this wall away, to see that the other stands, gives one. */
  readonly wall?: Wall
}

/** Changes between the register and a second database of made-up data. */
export type SampleMode = {
  /** Only before anybody is in the register. */
  offered(): Promise<boolean>
  start(): Promise<void>
  /** Drops the made-up data. */
  end(): Promise<void>
}

export type House = {
  readonly server: FastifyInstance
  readonly rooms: readonly Room[]
  readonly jobs: Jobs
  /** Where the first administrator begins; nothing once the register is set up. */
  setUpLink(): Promise<string | undefined>
  start(): Promise<void>
  stop(): Promise<void>
}

/** Each service built once, each room mounted on one line, each recurring job listed. */
export async function buildHouse(outside: Outside): Promise<House> {
  const { db, net, config, sample } = outside
  const { url, label, timeZone } = config
  const organisation = await organisationOf(db)
  const day = () => today(timeZone)

  await watchBy(db, {
    timeZone,
    usual: config.settings.usual_access,
    daysOff: config.settings.days_off,
    daysWorked: config.settings.days_worked,
  })
  let working = false
  const told = noticesOf(() => lived)
  const calendar = {
    timeZone,
    apart: daysApart({ off: config.settings.days_off, worked: config.settings.days_worked }),
  }
  const mail = mailOf({
    ...{ db, url, rooms: () => lived, way: sample ? undefined : net.mail },
    ...{ bounces: config.settings.mail.bounces, quietUntil: () => quietUntil(new Date(), calendar) },
  })
  const entrance = signIn({
    db,
    url,
    organisation: organisation.name,
    sample,
    provider: config.settings.organisation_sign_in,
    services: net.services,
    mail,
  })
  const settingUp = setUp({
    db,
    url,
    invite: entrance.invite,
    renamed: organisation.reload,
    sampleMode: outside.sampleMode,
    sample,
  })
  const register = declarations({ db, url, today: day, notices: told })
  const proving = proofs({ db, net, label, url, settings: config.settings, today: day, sample })
  const attesting = attestations({
    db,
    url,
    today: day,
    timeZone,
    plan: async (tx) => {
      if (working) await jobs.enqueue(tx, plans, {})
    },
  })
  const asking = verify({
    db,
    url,
    sample,
    organisation: organisation.name,
    timeZone,
    signer: sample ? undefined : await signerOf(db),
  })
  const listing = people({ db, url, sample, organisation: organisation.name, timeZone })
  const emergencies = incidents({
    db,
    url,
    authority: config.settings.authority,
    way: sample ? undefined : net.mail,
    organisation: organisation.name,
  })
  const dutiesInQuestion = cases({ db })
  const imitations = impersonations({
    db,
    url,
    authority: config.settings.authority,
    organisation: organisation.name,
    resolvers: net.resolvers,
    today: day,
    timeZone,
  })
  const tree = units({ db })
  const duties = roles({ db, timeZone })
  const keeping = members({ db, today: day })
  const opening = records({ db, url, organisation: organisation.name, invite: entrance.invite, today: day })
  // Where jobs do not run (a sample, a test) the work is done as soon as its transaction has ended.
  const bringing = imports({
    db,
    wake: async (tx, work) => {
      if (working) await jobs.enqueue(tx, goesOn, work)
      return async () => {
        if (!working) await goOn(db, work)
      }
    },
  })
  const explaining = guidance({
    db,
    tellAll: async (tx, text) => {
      if (working) await jobs.enqueue(tx, tells, { guidance: text })
      return async () => {
        if (!working) await tellAll(db, text)
      }
    },
  })
  const reminding = campaigns({
    db,
    url,
    organisation: organisation.name,
    today: day,
    calendar,
    count: async (tx, campaign) => {
      if (working) await jobs.enqueue(tx, counts, { campaign })
      return async () => {
        if (!working) await countCampaign({ db, today: day }, campaign)
      }
    },
  })
  const looking = myRecord({ db, today: day })
  const directory = scim({ db, url })
  const kinds = () => kindsOf(lived)
  const push = pushOf({
    ...{ db, url, kinds, organisation: organisation.name, settings: config.settings.push },
    ...{ client: sample ? undefined : net.push, quietUntil: () => quietUntil(new Date(), calendar) },
  })
  const telling = notices({ db, url, notices: told, mail, push, kinds })

  const made = sample ? sampleRoom({ db, end: outside.sampleMode.end }) : sampleIsOver()
  const lived: readonly Room[] = [
    settingUp,
    entrance,
    register,
    proving,
    attesting,
    asking,
    listing,
    emergencies,
    dutiesInQuestion,
    imitations,
    tree,
    duties,
    keeping,
    opening,
    looking,
    bringing,
    explaining,
    reminding,
    directory,
    telling,
    about(),
    made,
  ].map(({ room }) => room)
  const health = status({
    databaseAnswers: () => db.under('asker', (tx) => tx.selectFrom('organisation').select('name').execute()),
  })
  const rooms = [...lived, health, openApi(lived, { url, version })]
  const recurring: readonly Job[] = [
    ...entrance.jobs,
    ...proving.jobs,
    ...attesting.jobs,
    ...emergencies.jobs,
    ...dutiesInQuestion.jobs,
    ...imitations.jobs,
    ...bringing.jobs,
    ...duties.jobs,
    ...looking.jobs,
    ...explaining.jobs,
    ...reminding.jobs,
    ...telling.jobs,
  ]

  const server = await serverOf({
    rooms,
    url,
    sample,
    organisation: organisation.name,
    identify: entrance.identify,
    again: entrance.again,
    wall: outside.wall ?? wallOn(db),
    quiet: outside.quiet,
    busyAfterMs: outside.busyAfterMs,
    log: outside.log,
  })
  await server.register(directory.plugin, { prefix: '/scim' })
  const report = outside.report ?? ((where, error) => server.log.error({ err: error, where }, 'job failed'))
  const jobs = jobsOn(db, timeZone, report)
  return {
    server,
    rooms,
    jobs,
    setUpLink: settingUp.link,
    async start() {
      await server.ready()
      await bringFirst(db)
      if (sample) return
      await jobs.start(recurring)
      working = true
    },
    async stop() {
      await server.close()
      if (!sample) await jobs.stop()
      organisation.stop()
    },
  }
}
