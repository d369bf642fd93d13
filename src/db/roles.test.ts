import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { asAdmin } from './admin.ts'
import { ensureRoles, urlFor } from './roles.ts'

test('many processes may prepare databases of one server at the same moment', async () => {
  const url = inject('adminUrl')
  const all = Array.from({ length: 8 }, () => asAdmin(url, (admin) => ensureRoles(admin, url)))
  expect(await Promise.allSettled(all)).toEqual(all.map(() => ({ status: 'fulfilled', value: undefined })))
})

test('the password of a role follows from the administering one, and a role has only its own', () => {
  const [one, other] = ['app', 'asker'].map((role) => urlFor('postgres://admin:secret@db:5432/x', role as 'app'))
  expect(one).toMatch(/^postgres:\/\/chinhdanh_app:[\w-]{43}@db:5432\/x$/)
  expect(new URL(one as string).password).not.toBe(new URL(other as string).password)
  expect(urlFor('postgres://admin:other@db:5432/x', 'app')).not.toBe(one)
  expect(urlFor('postgres://admin@db:5432/x', 'app')).toBe('postgres://chinhdanh_app@db:5432/x')
})

test('an administering connection that the server ends is a failed query, not a lost process', async () => {
  const ended = asAdmin(inject('adminUrl'), async (admin) => {
    const [{ pid }] = (await admin.query('select pg_backend_pid() as pid')).rows
    await new Promise((done) => setTimeout(done, 50))
    const killer = new pg.Client({ connectionString: inject('adminUrl') })
    await killer.connect()
    await killer.query('select pg_terminate_backend($1)', [pid])
    await killer.end()
    await new Promise((done) => setTimeout(done, 200))
    return admin.query('select 1')
  })
  await expect(ended).rejects.toThrow()
})
