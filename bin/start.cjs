// The first file that any Node reads: old syntax only, and nothing but this question.
'use strict'
var major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(
    'Chính Danh needs Node 20 or later to begin (it brings its own Node 24); this is Node ' +
      process.versions.node +
      '.',
  )
  console.error(
    'Install a newer Node (https://nodejs.org, or "apt-get install nodejs" on a current Debian), then run the same command again.',
  )
  process.exit(3)
}
require('./steps/begin.cjs')(process.argv.slice(2))
