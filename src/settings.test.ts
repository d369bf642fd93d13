import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { defaultSettings, parseSettings, providerId, readSettings, SettingsError, serviceOrigins } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'chinhdanh-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (text: string, name = 'settings.json') => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const openid = (more: object) =>
  JSON.stringify({
    ...{ kind: 'openid', name: 'Trường', issuer: 'https://idp.truong.vn', client_id: 'a' },
    ...{ account: 'https://blog.truong.vn/{preferred_username}', ...more },
  })

test('without a file everything that needs no key is there, and nothing that does', () => {
  expect(readSettings(join(folder, 'nowhere.json'), false)).toEqual(defaultSettings)
  expect(defaultSettings.platforms.youtube).toBeUndefined()
  expect(defaultSettings.sign_in).toEqual([])
  expect(serviceOrigins(defaultSettings)).toEqual([
    'https://api.github.com',
    'https://gitlab.com',
    'https://plc.directory',
  ])
})

test('a file that was named and is not there is said, not passed over', () => {
  expect(() => readSettings(join(folder, 'nowhere.json'), true)).toThrow(SettingsError)
  expect(() => readConfig({ CHINHDANH_SETTINGS: join(folder, 'nowhere.json') })).toThrow(ConfigError)
})

test('the file in the data folder is read without being named', () => {
  file('{"second_look_percent": 20}')
  expect(readConfig({ CHINHDANH_DATA: folder }).settings.second_look_percent).toBe(20)
})

test('only the origins that stand in the file, and those it leaves as they are, can be asked', () => {
  const settings = parseSettings(
    JSON.stringify({
      platforms: { github: { api: 'http://127.0.0.1:9001' }, youtube: { key: 'k' } },
      sign_in: [
        {
          kind: 'openid',
          name: 'Trường',
          issuer: 'https://idp.truong.vn/realms/x',
          client_id: 'a',
          account: 'https://blog.truong.vn/{preferred_username}',
        },
        { kind: 'mastodon' },
      ],
    }),
  )
  expect(serviceOrigins(settings)).toEqual([
    'http://127.0.0.1:9001',
    'https://gitlab.com',
    'https://www.googleapis.com',
    'https://plc.directory',
    'https://idp.truong.vn',
  ])
})

test.each([
  ['{', /settings/],
  ['{"platform": {}}', /the file/],
  ['{"platforms": {"github": {"api": "ftp://x"}}}', /platforms\.github\.api/],
  ['{"platforms": {"github": {"api": "https://api.example/v3"}}}', /platforms\.github\.api/],
  ['{"platforms": {"github": {"api": "https://u:p@api.example"}}}', /platforms\.github\.api/],
  ['{"platforms": {"youtube": {}}}', /platforms\.youtube\.key/],
  ['{"sign_in": [{"kind": "github"}]}', /sign_in\.0\.client_id/],
  ['{"sign_in": [{"kind": "facebook", "client_id": "a"}]}', /sign_in\.0/],
  ['{"sign_in": [{"kind": "gitlab", "client_id": "a", "issuer": "https://git.example.vn"}]}', /sign_in\.0\.issuer/],
  ['{"sign_in": [{"kind": "github", "client_id": "a", "api": "https://api.example.vn"}]}', /sign_in\.0\.api/],
  [`{"sign_in": [${openid({ issuer: 'http://idp.truong.vn' })}]}`, /sign_in\.0\.issuer/],
  [`{"sign_in": [${openid({ also: ['http://idp2.truong.vn'] })}]}`, /sign_in\.0\.also/],
  [`{"sign_in": [${openid({ account: 'https://blog.truong.vn/lan' })}]}`, /sign_in\.0\.account/],
  [`{"sign_in": [${openid({})}, ${openid({ name: 'TRUONG' })}]}`, /sign_in: two of the same/],
  ['{"sign_in": [{"kind": "mastodon"}, {"kind": "mastodon"}]}', /sign_in: two of the same/],
  ['{"second_look_percent": 101}', /second_look_percent/],
])('%s is refused with the place of the mistake', (text, place) => {
  expect(() => parseSettings(text)).toThrow(place)
})

test('a provider may lead to more origins where the file names them, and be asked without TLS on this machine alone', () => {
  const one = openid({ issuer: 'http://127.0.0.1:9000/x', also: ['https://khoa.truong.vn'] })
  expect(serviceOrigins(parseSettings(`{"sign_in": [${one}]}`)).slice(-2)).toEqual([
    'http://127.0.0.1:9000',
    'https://khoa.truong.vn',
  ])
})

test('a provider is called in addresses by its kind, or by its name in plain letters', () => {
  const ids = parseSettings(`{"sign_in": [{"kind": "mastodon"}, ${openid({ name: 'Trường Đại học' })}]}`)
  expect(ids.sign_in.map(providerId)).toEqual(['mastodon', 'openid-truong-dai-hoc'])
})
