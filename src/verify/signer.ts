import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { sql } from 'kysely'
import type { Database, Tx } from '../db/index.ts'

export type Signer = {
  /** A JWS (Ed25519) over these claims, by the key that `/.well-known/jwks.json` shows. */
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>
  readonly publicKeys: readonly JWK[]
}

const algorithm = 'EdDSA'

/** The register's signing key: made by the first process that starts, read by every other. */
export async function signerOf(db: Database): Promise<Signer> {
  const keys = await db.under('operator', keptKeys)
  const [first] = keys
  if (!first) throw new Error('no signing key was kept')
  const key = await importJWK(first.jwk, algorithm)
  return {
    sign: (claims) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: algorithm, kid: first.kid, typ: 'JWT' }).sign(key),
    publicKeys: keys.map(({ kid, jwk: { kty, crv, x } }) => ({ kty, crv, x, kid, alg: algorithm, use: 'sig' })),
  }
}

type Kept = { readonly kid: string; readonly jwk: JWK }

/** Oldest first: that one signs. Two processes that start together meet at the lock, so the second reads the first one's key. */
async function keptKeys(tx: Tx): Promise<readonly Kept[]> {
  await sql`select pg_advisory_xact_lock(5023119)`.execute(tx)
  const kept = await tx.selectFrom('signing_key').selectAll().orderBy('made_at').orderBy('kid').execute()
  if (kept.length > 0) return kept.map(({ kid, private_jwk }) => ({ kid, jwk: private_jwk as JWK }))
  const made = await newKey()
  await tx
    .insertInto('signing_key')
    .values({ kid: made.kid, private_jwk: JSON.stringify(made.jwk) })
    .execute()
  return [made]
}

async function newKey(): Promise<Kept> {
  const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true })
  const jwk = await exportJWK(privateKey)
  return { kid: await calculateJwkThumbprint(jwk), jwk }
}
