import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, test } from './support/index.ts'
import { pages } from './support/pages.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

async function faultsOn(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const found = (await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)",
  )) as Violation[]
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' · ')}`)
}

/** A link or a label leads to one place. */
const idsTwice = (page: Page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, at) => ids.indexOf(id) !== at)
  })

/** Wider than the screen that was set: a phone zooms out over what is too wide, and then its own width says nothing. */
const scrolls = async (page: Page) =>
  (await page.evaluate(() => document.documentElement.scrollWidth)) > (page.viewportSize()?.width ?? 0)

for (const { name, open } of pages) {
  test(`${name}: axe finds nothing in the light and in the dark, no id stands twice, and nothing scrolls sideways at 320 px`, async ({
    page,
    help,
  }, { project }) => {
    await open({ page, help })
    expect(await faultsOn(page)).toEqual([])
    expect(await idsTwice(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faultsOn(page), 'in the dark').toEqual([])
    if (project.name === 'phone') await page.setViewportSize({ width: 320, height: 640 })
    await page.evaluate(() => document.fonts.ready)
    expect(await scrolls(page)).toBe(false)
  })

  test(`${name}: weighs at most 60 KB without fonts @pictures`, async ({ page, help }, { project }) => {
    let bytes = 0
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const fonts = new Set<string>()
    session.on('Network.responseReceived', ({ requestId, type }) => type === 'Font' && fonts.add(requestId))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!fonts.has(requestId)) bytes += encodedDataLength
    })
    const reopen = await open({ page, help })
    bytes = 0
    await session.send('Network.clearBrowserCache')
    if (reopen !== 'answer to a form') await page.reload({ waitUntil: 'networkidle' })
    expect(bytes).toBeLessThan(60 * 1024)
    await picture(page, name, project.name)
  })
}

/** With PICTURES=folder each page is also kept as a picture, for a person to look at. */
async function picture(page: Page, name: string, project: string): Promise<void> {
  const folder = process.env.PICTURES
  if (!folder) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({
      path: `${folder}/${name}-${project}${colorScheme === 'dark' ? '-dark' : ''}.png`,
      fullPage: true,
    })
  }
}
