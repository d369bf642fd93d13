import { writeFileSync } from 'node:fs'

/** A Playwright reporter that writes what scripts/test.mjs adds up to the file in TALLY. @implements {import('@playwright/test/reporter').Reporter} */
export default class Tally {
  errors = 0
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  suite

  printsToStdio() {
    return false
  }

  /** @param {unknown} _config @param {import('@playwright/test/reporter').Suite} suite */
  onBegin(_config, suite) {
    this.suite = suite
  }

  onError() {
    this.errors += 1
  }

  onEnd() {
    const tests = this.suite?.allTests() ?? []
    const passed = tests.filter((test) => ['expected', 'flaky'].includes(test.outcome())).length
    const failed = tests.filter((test) => test.outcome() === 'unexpected').length + this.errors
    const leftOut = tests
      .filter((test) => test.outcome() === 'skipped')
      .map((test) => ({ title: test.title, why: whyOf(test) }))
    if (process.env.TALLY) writeFileSync(process.env.TALLY, JSON.stringify({ passed, failed, leftOut }))
  }
}

/** @param {import('@playwright/test/reporter').TestCase} test */
const whyOf = (test) => test.annotations.find(({ type }) => type === 'skip')?.description ?? ''
