import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../project-root.ts'

export const assetsFolder = join(projectRoot, 'dist/assets')

/** From plain name (`chinhdanh.css`) to the address with its content hash, which may be cached for a year. */
export function assetAddresses(): (name: string) => string {
  const manifest = join(assetsFolder, 'manifest.json')
  if (!existsSync(manifest)) throw new Error('dist/assets/manifest.json is missing: the build makes it (npm start)')
  const hashed = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>
  return (name) => {
    const file = hashed[name]
    if (!file) throw new Error(`no asset is called ${name}: ${Object.keys(hashed).join(', ')}`)
    return `/assets/${file}`
  }
}
