import { defineConfig } from '@playwright/test'
import { launchOptions } from './test/browser/chromium.ts'

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const desktop = { viewport: { width: 1280, height: 900 } }

/** A flow is walked on a phone; one tagged `@desktop` also on a desktop, one tagged `@noscript` also without JavaScript, one tagged
 *  `@noscript-only` only so. What is tagged `@pages` sets its screens itself. */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  globalSetup: ['./test/browser/support/start-world.ts'],
  workers: 2,
  timeout: 60_000,
  retries: 1, // what passes only the second time is listed as flaky, by name
  reporter: 'list',
  use: { launchOptions: launchOptions(), locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', trace: 'off' },
  projects: [
    { name: 'pages', use: desktop, grep: /@pages/ },
    { name: 'phone', use: phone, grepInvert: /@pages|@noscript-only/ },
    { name: 'desktop', use: desktop, grep: /@desktop/ },
    { name: 'noscript', use: { ...phone, javaScriptEnabled: false }, grep: /@noscript/ },
  ],
})
