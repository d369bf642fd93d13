import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../project-root.ts'

const folder = join(projectRoot, 'node_modules/@expo-google-fonts/be-vietnam-pro')
const file = (name: string) => readFileSync(join(folder, name, `BeVietnamPro_${name}.ttf`))

let read: { readonly plain: Buffer; readonly strong: Buffer } | undefined

/** The face of the pages, whole: it has every Vietnamese letter. Of it, only the letters that are printed go into a file. Read once. */
export const faces = () => {
  read ??= { plain: file('400Regular'), strong: file('700Bold') }
  return read
}
