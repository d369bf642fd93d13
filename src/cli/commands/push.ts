import { createECDH } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Command, refused } from '../outcome.ts'

const keys: Command = {
  usage: '',
  summary:
    'make the keys by which push services know this register, into the settings file; without them no browser is told',
  options: {},
  async run({ config: { settings, settingsFile } }) {
    if (settings.push) return refused('keys_there', { file: settingsFile, public_key: settings.push.public_key })
    const pair = createECDH('prime256v1')
    pair.generateKeys()
    const secret = pair.getPrivateKey()
    const push = {
      public_key: pair.getPublicKey('base64url'),
      private_key: Buffer.concat([Buffer.alloc(32 - secret.length), secret]).toString('base64url'),
    }
    writeWhole(settingsFile, `${JSON.stringify({ ...written(settingsFile), push }, null, 2)}\n`)
    return {
      kind: 'done',
      result: { public_key: push.public_key, file: settingsFile },
      text: `Keys are in ${settingsFile} now. Start the register anew; people turn it on under /notices/push.`,
    }
  },
}

/** As it stands there, what has a default not filled in. It was read without a mistake when the command began. */
function written(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** All or nothing, and readable by whoever could read it; a new file by its owner alone. */
function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0o600
  const beside = `${file}.${process.pid}.new`
  writeFileSync(beside, text, { mode: 0o600 })
  chmodSync(beside, mode & 0o777)
  renameSync(beside, file)
}

export const pushCommands = { 'push keys': keys }
