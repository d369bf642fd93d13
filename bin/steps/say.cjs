'use strict'

/** Standard output belongs to the result. */
const say = (text) => process.stderr.write(`${text}\n`)

/** Exit code 3: it failed, nothing was refused or misused. */
function stop(text) {
  say(text)
  process.exit(3)
}

module.exports = { say, stop }
