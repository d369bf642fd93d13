import { writeFileSync } from 'node:fs'

/** A Vitest reporter that writes what scripts/test.mjs adds up to the file in TALLY. @implements {import('vitest/node').Reporter} */
export default class Tally {
  /** @param {readonly import('vitest/node').TestModule[]} modules @param {readonly unknown[]} errors */
  onTestRunEnd(modules, errors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const withState = (/** @type {string} */ state) => tests.filter((test) => test.result().state === state)
    const broken = modules.filter((module) => module.errors().length > 0).length
    const leftOut = withState('skipped').map((test) => ({ title: test.name, why: noteOf(test.result()) }))
    const tally = {
      passed: withState('passed').length,
      failed: withState('failed').length + broken + errors.length,
      leftOut,
    }
    if (process.env.TALLY) writeFileSync(process.env.TALLY, JSON.stringify(tally))
  }
}

/** @param {import('vitest/node').TestResult} result */
const noteOf = (result) => ('note' in result && result.note) || ''
