import { providersFor } from '../sign-in/providers/index.ts'
import type { Shown } from './method.ts'

/** M7: signing in to the account itself. Nothing is published anywhere; what the provider says at that moment is the proof. */
export const signIn: Shown = {
  name: 'sign-in',
  how: 'shown',
  applies: (declared, terms) => providersFor(declared, terms).length > 0,
  publish: (declared, { id }, terms) => ({
    signIn: providersFor(declared, terms).map((provider) => ({
      name: provider.name,
      url: `${terms.url}${wayTo(id ?? '', provider.id)}`,
    })),
  }),
}

/** The page of the register that leads to the provider. A link, never a form: a form would end at our own policy. */
export const wayTo = (proof: string, provider: string): string => `/proofs/${proof}/sign-in/${provider}`
