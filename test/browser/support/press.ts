import type { Locator, Page } from '@playwright/test'
import type { Help } from './index.ts'

export type Opened = { readonly page: Page; readonly help: Help }

/** Presses a button of a form, or a link, and waits for the page that answers: a click by itself may return while the old page still stands. */
export async function press(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), button.click()])
}
