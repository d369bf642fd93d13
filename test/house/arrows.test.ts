import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../../src')

/** The floor plan: what each room may use. The frame below is open to all rooms; a frame folder names what it may use. */
const frame: Record<string, readonly string[]> = {
  addresses: [],
  db: [],
  net: [],
  openid: ['net'],
  permissions: ['db'],
  jobs: ['db'],
  'access-record': ['db'],
  web: ['db', 'permissions', 'addresses'],
  mail: ['db', 'web', 'net'],
  pdf: [],
}
const rooms: Record<string, readonly string[]> = {
  about: [],
  units: [],
  verify: [],
  people: [],
  'sign-in': ['members'],
  'set-up': ['sign-in'],
  members: ['units'],
  roles: ['units'],
  guidance: ['members', 'units'],
  campaigns: ['members', 'attestations', 'guidance', 'units'],
  notices: [],
  declarations: ['members'],
  scim: ['units', 'members', 'declarations'],
  imports: ['units', 'members', 'declarations'],
  proofs: ['declarations', 'members'],
  attestations: ['declarations', 'proofs'],
  incidents: ['declarations', 'proofs'],
  cases: ['declarations', 'attestations'],
  impersonations: ['declarations', 'proofs'],
  records: 'any',
  'my-record': 'any',
  rights: 'any', // what is kept about one person, whole
  sample: 'any', // fills the made-up register through every room's acts
} as never
const top = ['main', 'house', 'cli', 'organisation', 'config', 'project-root', 'settings']
const shared = ['project-root', 'config']

type Arrow = { readonly from: string; readonly to: string; readonly file: string; readonly path: string }

function arrows(): Arrow[] {
  return filesBelow(src)
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      return [...text.matchAll(/from '(\.{1,2}\/[^']+)'|import\('(\.{1,2}\/[^']+)'\)|^import '(\.[^']+)'/gm)].map(
        (match) => {
          const target = relative(src, resolve(dirname(file), (match[1] ?? match[2] ?? match[3]) as string))
          return { from: placeOf(relative(src, file)), to: placeOf(target), file: relative(src, file), path: target }
        },
      )
    })
    .filter(({ from, to }) => from !== to)
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return name === 'tests' ? [] : filesBelow(path)
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : []
  })

const placeOf = (path: string) => (path.split('/')[0] as string).replace(/\.tsx?$/, '')

function mayPoint({ from, to }: Arrow): boolean {
  if (shared.includes(to) || top.includes(from)) return true
  const uses = frame[from] ?? rooms[from]
  if (uses === undefined) return false
  return to in frame ? !(from in frame) || uses.includes(to) : (uses as unknown) === 'any' || uses.includes(to)
}

test('rooms point one way', () => {
  const back = arrows()
    .filter((arrow) => !mayPoint(arrow))
    .map(({ file, path }) => `${file} → ${path}`)
  expect(back, 'let the lower room enqueue a job; the higher room answers it').toEqual([])
})

test('a room is entered through its index.ts', () => {
  const aside = arrows()
    .filter(({ to, path }) => to in rooms && path !== `${to}/index.ts`)
    .map(({ file, path }) => `${file} → ${path}`)
  expect(aside, "import from the room's index.ts; export there what others may use").toEqual([])
})

test('every folder under src is on the floor plan', () => {
  const folders = readdirSync(src).filter((name) => statSync(join(src, name)).isDirectory())
  const unknown = folders.filter((name) => !(name in frame) && !(name in rooms) && name !== 'cli')
  expect(unknown, 'add the room to the floor plan in test/house/arrows.test.ts, with the arrows that it needs').toEqual(
    [],
  )
})

test('an arrow that runs back is seen', () => {
  const arrow = { from: 'declarations', to: 'proofs', file: 'declarations/x.ts', path: 'proofs/index.ts' }
  expect(mayPoint(arrow)).toBe(false)
  expect(mayPoint({ ...arrow, from: 'proofs', to: 'declarations' })).toBe(true)
  expect(mayPoint({ ...arrow, from: 'web', to: 'declarations' })).toBe(false)
})

test('only config.ts reads the environment', () => {
  const readers = filesBelow(src)
    .filter((file) => /process\.env/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(src, file))
  expect(readers, 'take it from Config').toEqual(['config.ts'])
})
