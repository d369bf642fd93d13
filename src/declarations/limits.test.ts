import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'
import { begin } from './begin.ts'
import { declare, fileDraft } from './file.ts'
import { mostDeclarations, mostDrafts } from './rules.ts'
import { draftOf } from './store/drafts.ts'
import type { KeptAddress } from './types.ts'

let db: TestDatabase
let lan: string
let binh: string

beforeAll(async () => {
  db = await testDatabase()
  const people = await smallOrganisation(db)
  ;[lan, binh] = [people.lan.id, people.binh.id]
})
afterAll(() => db[Symbol.asyncDispose]())

const website = (n: number | string): KeptAddress => ({
  platform: 'website',
  kind: 'website',
  canonical: `https://trang-${n}.vn/`,
})
const drafted = (who: string, n: number | string) =>
  db.as(who, (tx) => begin(tx, who, { address: website(n), typed: `trang-${n}.vn` }))
const declared = (who: string, n: number | string) =>
  db.as(who, (tx) =>
    declare(tx, who, { id: newId(), address: website(n), typed: `trang-${n}.vn`, manager: 'alone' }, 'api'),
  )

/** Filled by the superuser: this test is about the last one. */
const fill = (table: 'draft' | 'declaration', who: string, n: number) =>
  table === 'draft'
    ? db.asSuperuser(
        `insert into draft (id, person, typed, address) select gen_random_uuid(), $1, 'x', jsonb_build_object('canonical', 'https://d-' || i || '.vn/')
         from generate_series(1, $2::int) i`,
        [who, n],
      )
    : db.asSuperuser(
        `insert into declaration (id, person, platform, kind, canonical, typed) select gen_random_uuid(), $1, 'website', 'website', 'https://w-' || i || '.vn/', 'x'
         from generate_series(1, $2::int) i`,
        [who, n],
      )

test('of 500 declarations the last is taken and the next refused, also when both come at once', async () => {
  await fill('declaration', lan, mostDeclarations - 1)
  const both = await Promise.all([declared(lan, 'a'), declared(lan, 'b'), declared(lan, 'c')])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['filed', 'too_many_declarations', 'too_many_declarations'])
  expect((await declared(binh, 'a')).kind).toBe('filed')
})

test('a draft that cannot be filed for the limit is kept', async () => {
  const begun = await drafted(lan, 'giu-lai')
  if (begun.kind !== 'begun') throw new Error(begun.kind)
  await db.asSuperuser("update draft set manager = 'alone' where id = $1", [begun.draft])
  expect(await db.as(lan, (tx) => fileDraft(tx, lan, begun.draft, 'web'))).toEqual({ kind: 'too_many_declarations' })
  expect(await db.as(lan, (tx) => draftOf(tx, begun.draft))).toBeDefined()
})

test('pages that ended do not count', async () => {
  await db.asSuperuser("update declaration set ended_at = now() where person = $1 and canonical = 'https://w-1.vn/'", [
    lan,
  ])
  expect((await declared(lan, 'them')).kind).toBe('filed')
  expect((await declared(lan, 'nua')).kind).toBe('too_many_declarations')
})

test('of 100 drafts the last is taken and the next refused, also when both come at once', async () => {
  await fill('draft', binh, mostDrafts - 1)
  const both = await Promise.all([drafted(binh, 'x'), drafted(binh, 'y'), drafted(binh, 'z')])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['begun', 'too_many_drafts', 'too_many_drafts'])
})
