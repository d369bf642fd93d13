import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder with package.json, whether this code runs from src/ or bundled from dist/. */
export const projectRoot = upward(dirname(fileURLToPath(import.meta.url)))

function upward(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json of the project is not found above this file')
  return upward(parent)
}

/** Of the project, as package.json says. */
export const version: string = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version
