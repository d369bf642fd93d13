import type { Provider } from '../../../config.ts'
import type { Declared, Terms } from '../../methods/method.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { google } from './google.ts'
import { mastodon } from './mastodon.ts'
import { couldBeAt, openid } from './openid.ts'
import type { SignInProvider } from './provider.ts'

export type { Account, Keeps, SignInProvider } from './provider.ts'

/** Where somebody could sign in to show that this address is theirs. Asks nobody; without a key of the operator's there is none. */
export const providersFor = (declared: Declared, { settings }: Terms): readonly SignInProvider[] =>
  settings.sign_in.filter((provider) => fits(provider, declared)).map((provider) => made(provider, declared))

function fits(provider: Provider, { platform, canonical }: Declared): boolean {
  if (provider.kind === 'openid') return couldBeAt(provider.account, canonical)
  if (provider.kind === 'google') return platform === 'youtube'
  return platform === provider.kind
}

function made(provider: Provider, { canonical }: Declared): SignInProvider {
  switch (provider.kind) {
    case 'github':
      return github(provider)
    case 'gitlab':
      return gitlab(provider)
    case 'google':
      return google(provider)
    case 'mastodon':
      return mastodon(canonical)
    case 'openid':
      return openid(provider)
  }
}
