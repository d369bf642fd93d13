// A real account server (PDS) and a real directory of Bluesky's protocol, in a process of their own: they write to standard output, hold
// some 300 MB, and end when whoever started them does. Prints one line when both answer: {"pds": PORT, "directory": PORT}.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDS } from '@atproto/pds'
import plc from '@did-plc/server'

const [hostname, handleDomain, adminPassword] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'chinhdanh-pds-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit())
process.stdin.on('end', () => process.exit()).resume()

const directory = plc.PlcServer.create({ db: new plc.MockDatabase(), port: 0 })
const directoryPort = portOf(await directory.start())

const pds = await PDS.fromEnv({
  port: 0,
  hostname,
  serviceHandleDomains: [handleDomain],
  didPlcUrl: `http://127.0.0.1:${directoryPort}`,
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, 'blobs'),
  inviteRequired: false,
  jwtSecret: '0'.repeat(32),
  adminPassword,
  plcRotationKeyK256PrivateKeyHex: '1'.repeat(64),
  disableSsrfProtection: true, // the directory is on loopback
})
console.log(JSON.stringify({ pds: portOf(await pds.start()), directory: directoryPort }))

/** @param {import('node:http').Server} server */
function portOf(server) {
  return server.address().port
}
