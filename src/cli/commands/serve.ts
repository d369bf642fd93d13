import { findGround, prepareGround } from '../../db/index.ts'
import { type Running, serve } from '../../main.ts'
import type { Asked, Command, Outcome } from '../outcome.ts'

const say = (text: string) => process.stderr.write(`${text}\n`)

export const serveCommand: Command = {
  usage: '',
  summary: 'serve the register (npm start)',
  options: {},
  run: (asked) => run(asked, false),
}

export const demoCommand: Command = {
  usage: '',
  summary: 'serve made-up data in a database of its own',
  options: {},
  run: (asked) => run(asked, true),
}

/** Serves until a signal asks to stop; ends with nothing left running. */
async function run({ config, json }: Asked, sample: boolean): Promise<Outcome> {
  if (config.proofNetworks.length > 0)
    say(
      `Warning: proofs may reach ${config.proofNetworks.join(', ')}, which are not global (CHINHDANH_PROOF_NETWORKS).`,
    )
  const asked = stopAsked() // from the first moment: a stop during the start must leave nothing behind either
  const ground = await findGround(config)
  if (ground.kind === 'refused') return { kind: 'failed', text: ground.message }
  try {
    const prepared = await prepareGround(ground.adminUrl)
    if (prepared.kind === 'refused') return { kind: 'failed', text: prepared.message }
    const running = await serve(config, ground, { sample })
    if (!asked.already()) greet(running, json)
    await asked.stop
    say('Stopping.')
    await running.stop()
    return { kind: 'done', result: { stopped: true }, text: '' }
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    return {
      kind: 'failed',
      text: `Port ${config.port} on ${config.host} is in use. End the program that holds it, or start with another one: PORT=8090 npm start`,
    }
  } finally {
    await ground.release()
  }
}

/** Where it is, and the first time where to begin: on standard output, as a line of JSON where that was asked for. */
function greet({ url, setUpLink, sample }: Running, json: boolean): void {
  const begin = sample
    ? 'When you have ended the sample there, set up this register (this link works once):'
    : 'Set up this register, or look around with made-up data first (this link works once):'
  const lines = [
    sample ? `Chính Danh shows made-up data: ${url}/sample` : `Chính Danh is ready: ${url}`,
    ...(setUpLink ? [`${begin}\n  ${setUpLink}`] : []),
  ]
  const result = { ready: true, url, sample, ...(setUpLink ? { setUpLink } : {}) }
  process.stdout.write(`${json ? JSON.stringify(result) : lines.join('\n')}\n`)
}

function stopAsked(): { readonly stop: Promise<void>; already(): boolean } {
  let already = false
  const stop = new Promise<void>((done) => {
    const asked = () => {
      already = true
      done()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked) // a terminal and npm may both pass it on
  })
  return { stop, already: () => already }
}
