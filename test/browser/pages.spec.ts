import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, test } from './support/index.ts'
import { pages } from './support/pages.ts'

// Every page is opened once, and looked at as a phone shows it and as a desktop does. The flows have their own files.

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function faultsOn(page: Page, rules = everyRule): Promise<string[]> {
  const found = (await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`,
  )) as Violation[]
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' · ')}`)
}

/** A link or a label leads to one place. */
const idsTwice = (page: Page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, at) => ids.indexOf(id) !== at)
  })

const scrolls = (page: Page, width: number) =>
  page.evaluate((most) => document.documentElement.scrollWidth > most, width)

const phone = { width: 360, height: 740 }
const narrowest = { width: 320, height: 640 }
const desktop = { width: 1280, height: 900 }

for (const { name, open } of pages) {
  test(`${name}: axe, ids, width and weight, as a phone and a desktop show it @pages`, async ({ page, help }) => {
    await page.setViewportSize(phone)
    const weight = await weighed(page)
    await open({ page, help })
    await page.waitForLoadState()
    await page.evaluate(() => document.fonts.ready)
    expect(weight(), 'bytes without fonts').toBeGreaterThan(0)
    expect(weight(), 'bytes without fonts').toBeLessThan(60 * 1024)
    expect(await idsTwice(page)).toEqual([])

    await page.evaluate(axeSource)
    for (const [screen, size] of Object.entries({ phone, desktop })) {
      await page.setViewportSize(size)
      await picture(page, `${name}-${screen}`)
      expect(await faultsOn(page), screen).toEqual([])
      expect(await scrolls(page, size.width), `${screen} scrolls sideways`).toBe(false)
    }
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faultsOn(page, ['color-contrast']), 'in the dark').toEqual([])
    await page.setViewportSize(narrowest)
    expect(await scrolls(page, narrowest.width), '320 px scrolls sideways').toBe(false)
  })
}

/** What the page that is there in the end took from an empty cache until it had loaded, in bytes as they came, without fonts. What it fetches
 *  when a field is first used is not its weight: the recogniser's is watched beside the recogniser. */
async function weighed(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Page.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const bytes = new Map<string, number>()
  let last = ''
  let hasLoaded = false
  session.on('Network.requestWillBeSent', ({ requestId, loaderId, type }) => {
    if (type === 'Document') {
      last = loaderId
      hasLoaded = false
      bytes.clear()
    }
    if (type !== 'Font' && loaderId === last && !hasLoaded) bytes.set(requestId, 0)
  })
  session.on('Page.loadEventFired', () => {
    hasLoaded = true
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (bytes.has(requestId)) bytes.set(requestId, encodedDataLength)
  })
  return () => [...bytes.values()].reduce((sum, size) => sum + size, 0)
}

/** With PICTURES=folder each page is also kept as a picture, for a person to look at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (!folder) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const path = `${folder}/${name}${colorScheme === 'dark' ? '-dark' : ''}.png`
    await page.screenshot({ path, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
