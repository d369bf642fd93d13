import { writeFileSync } from 'node:fs'

/** A Vitest reporter that writes what scripts/test.mjs adds up to the file in TALLY. @implements {import('vitest/node').Reporter} */
export default class Tally {
  /** @param {readonly import('vitest/node').TestModule[]} modules @param {readonly unknown[]} errors */
  onTestRunEnd(modules, errors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const groups = modules.flatMap((module) => [module, ...module.children.allSuites()])
    const withState = (/** @type {string} */ state) => tests.filter((test) => test.result().state === state)
    const broken = groups.filter((group) => group.errors().length > 0).length
    const leftOut = withState('skipped')
      .filter((test) => !isInBroken(test))
      .map((test) => ({ title: test.name, why: noteOf(test.result()) }))
    const failed = withState('failed').length + broken + errors.length
    if (process.env.TALLY)
      writeFileSync(process.env.TALLY, JSON.stringify({ passed: withState('passed').length, failed, leftOut }))
  }
}

/** A test that did not run because what stands around it failed is not left out: that failure is counted.
 *  @param {import('vitest/node').TestCase} test */
function isInBroken(test) {
  for (let around = test.parent; ; around = around.parent) {
    if (around.errors().length > 0) return true
    if (around.type === 'module') return false
  }
}

/** @param {import('vitest/node').TestResult} result */
const noteOf = (result) => ('note' in result && result.note) || ''
