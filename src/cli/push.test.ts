import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../config.ts'
import { pushCommands } from './commands/push.ts'

const folder = mkdtempSync(join(tmpdir(), 'chinhdanh-push-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'settings.json')
const run = () =>
  pushCommands['push keys'].run({ config: readConfig({ CHINHDANH_DATA: folder }), options: {}, rest: [], json: true })

test('keys are made once, into the settings file, which keeps all else and is nobody else’s to read', async () => {
  writeFileSync(file, '{"second_look_percent": 20}', { mode: 0o640 })
  const made = await run()
  const { push } = JSON.parse(readFileSync(file, 'utf8'))
  expect(made).toMatchObject({ kind: 'done', result: { public_key: push.public_key, file } })
  expect(JSON.stringify(made)).not.toContain(push.private_key)
  const { settings } = readConfig({ CHINHDANH_DATA: folder })
  expect([settings.second_look_percent, settings.push?.public_key]).toEqual([20, push.public_key])
  expect(statSync(file).mode & 0o777).toBe(0o640)
  expect(await run()).toMatchObject({ kind: 'refused', result: { refused: 'keys_there' } })
  rmSync(file)
  await run()
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('two that are no pair, or a host that is none, are refused with the place of the mistake', async () => {
  const { push } = JSON.parse(readFileSync(file, 'utf8'))
  const said = (more: object) => {
    writeFileSync(file, JSON.stringify({ push: { ...push, ...more } }))
    return () => readConfig({ CHINHDANH_DATA: folder })
  }
  expect(said({ private_key: 'A'.repeat(43) })).toThrow(ConfigError)
  expect(said({ public_key: `B${'A'.repeat(86)}` })).toThrow(/push: these two are no pair/)
  expect(said({ hosts: ['*'] })).toThrow(/push\.hosts/)
  expect(said({ contact: 'javascript:x' })).toThrow(/push\.contact/)
  expect(said({ contact: 'so@donvi.vn' })().settings.push?.contact).toBe('mailto:so@donvi.vn')
})
