import { createHmac } from 'node:crypto'
import type { Client } from 'pg'

/** Roles a process signs in as, one pool each. What each may see is in the migrations, beside the tables. */
export const loginRoles = [
  'app',
  'checker',
  'reminder',
  'tally',
  'reporter',
  'loader',
  'operator',
  'directory',
  'asker',
] as const
export type LoginRole = (typeof loginRoles)[number]

/** Roles nobody signs in as: `owner` holds the tables, `publisher` and `keeper` the functions that answer for them, `rights` those that
 *  copy and erase what is kept about one person. */
const silentRoles = ['owner', 'publisher', 'keeper', 'rights'] as const

export const roleName = (role: LoginRole | (typeof silentRoles)[number]) => `chinhdanh_${role}`

/** The password of a role follows from the password of the administering URL, so that every process that knows the URL
 *  knows it, and a changed URL password changes them all at the next migration. */
export function rolePassword(adminPassword: string, role: LoginRole): string {
  return createHmac('sha256', adminPassword).update(`chinhdanh role ${role}`).digest('base64url')
}

/** Connection string of `role`, from the administering one. Without a password there (trust, certificates) there is none here. */
export function urlFor(adminUrl: string, role: LoginRole, database?: string): string {
  const url = new URL(adminUrl)
  url.password = url.password ? rolePassword(decodeURIComponent(url.password), role) : ''
  url.username = roleName(role)
  if (database) url.pathname = `/${database}`
  return url.href
}

/** Makes what is missing and sets the passwords. Runs as the administering user, which needs CREATEROLE, no more. Roles belong to the
 *  whole server, so two databases of it may be prepared at the same moment: whoever comes second tries again. */
export async function ensureRoles(admin: Client, adminUrl: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await makeRoles(admin, adminUrl)
    } catch (error) {
      if (tries === 40 || !changedBeneath.has((error as { code?: string }).code ?? '')) throw error
      await new Promise((done) => setTimeout(done, 25 + Math.random() * 50))
    }
  }
}

/** Tuple concurrently updated; exists already, by name or by unique key. */
const changedBeneath = new Set(['XX000', '42710', '23505'])

async function makeRoles(admin: Client, adminUrl: string): Promise<void> {
  const password = decodeURIComponent(new URL(adminUrl).password)
  const there = new Set((await admin.query('select rolname from pg_roles')).rows.map((row) => row.rolname))
  for (const role of silentRoles) {
    if (!there.has(roleName(role))) await admin.query(`create role ${roleName(role)} nologin noinherit`)
  }
  for (const role of loginRoles) {
    const name = roleName(role)
    const secret = password ? ` password ${admin.escapeLiteral(rolePassword(password, role))}` : ''
    await admin.query(`${there.has(name) ? 'alter' : 'create'} role ${name} login${secret}`)
  }
  await admin.query(`grant ${roleName('owner')} to current_user`)
  // So that a migration may hand functions over to them. Not inherited: a policy for a role holds for its heirs too, and the owner has none.
  const { server_version_num: version } = (await admin.query('show server_version_num')).rows[0]
  const apart = Number(version) >= 160_000 ? 'with inherit false, set true' : ''
  await admin.query(
    `grant ${roleName('publisher')}, ${roleName('keeper')}, ${roleName('rights')} to ${roleName('owner')} ${apart}`,
  )
}
