import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Asked, Somebody, World } from './asked.ts'

export type { Somebody }
export { expect }

export type Help = {
  readonly places: World['places']
  ask<T>(asked: Asked): Promise<T>
  person(about?: { name?: string; unit?: string; office?: string; role?: string }): Promise<Somebody>
  /** This browser is signed in as `who` from here on. */
  signIn(context: BrowserContext, who: Somebody): Promise<void>
}

const world = () => JSON.parse(process.env.CHINHDANH_TEST_WORLD as string) as World

/** A test in the world: `help` changes what is outside the browser. Pages are opened by path on the register. */
export const test = base.extend<{ help: Help }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used
  baseURL: async ({}, use) => use(world().places.register.url),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  help: async ({}, use) => {
    const { control, places } = world()
    const ask = async <T>(asked: Asked): Promise<T> => {
      const response = await fetch(control, { method: 'POST', body: JSON.stringify(asked) })
      if (!response.ok) throw new Error(await response.text())
      return response.json() as Promise<T>
    }
    await use({
      places,
      ask,
      person: ({
        name = 'Nguyễn Thị Lan',
        unit = `PM${Math.random().toString(36).slice(2, 8).toUpperCase()}`,
        ...more
      } = {}) => ask<Somebody>({ act: 'person', name, unit, ...more }),
      signIn: (context, who) => context.addCookies([{ name: 'session', value: who.session, url: places.register.url }]),
    })
  },
})

/** A passkey device, as a phone has it. */
export async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
