import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../config.ts'
import { commands } from './commands/index.ts'
import { exitCodes, type Outcome } from './outcome.ts'

/** `bin/chinhdanh COMMAND …`. With --json the last line of standard output is the result; everything else goes to standard error. */
async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  const words = args.filter((arg) => arg !== '--json')
  const name = [words.slice(0, 3).join(' '), words.slice(0, 2).join(' '), words[0] ?? ''].find(
    (candidate) => candidate in commands,
  )
  if (!name) return usage(words)
  const command = commands[name as keyof typeof commands]
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({
      args: words.slice(name.split(' ').length),
      options: command.options,
      allowPositionals: command.positionals !== undefined,
      strict: true,
    })
  } catch (error) {
    return wrong(`${(error as Error).message}\nUsage: bin/chinhdanh ${name} ${command.usage}`)
  }
  try {
    return finish(
      await command.run({
        config: readConfig(),
        options: parsed.values as Record<string, string | boolean | undefined>,
        rest: parsed.positionals,
        json,
      }),
      json,
    )
  } catch (error) {
    if (error instanceof ConfigError) return wrong(error.message)
    process.stderr.write(`${(error as Error).stack}
`) // what a person can mend came as an outcome; this is for an engineer
    return exitCodes.failed
  }
}

function finish(outcome: Outcome, json: boolean): number {
  if (outcome.kind === 'wrong_use') return wrong(outcome.text)
  if (outcome.kind === 'failed') {
    process.stderr.write(`${outcome.text}\n`)
    return exitCodes.failed
  }
  const line = json ? JSON.stringify(outcome.result) : outcome.text
  if (line) process.stdout.write(`${line}\n`)
  return exitCodes[outcome.kind]
}

function wrong(text: string): number {
  process.stderr.write(`${text}\n`)
  return exitCodes.wrong_use
}

function usage(words: readonly string[]): number {
  const lines = Object.entries(commands).map(
    ([name, command]) => `  ${`${name} ${command.usage}`.padEnd(58)} ${command.summary}`,
  )
  const asked = words.length === 0 || words[0] === 'help' || words[0] === '--help'
  const text = `${asked ? '' : `There is no command "${words.join(' ')}".\n`}bin/chinhdanh COMMAND [--json]\n\n${lines.join('\n')}\n\nExit: 0 done, 1 refused, 2 wrong use, 3 failed.`
  if (!asked) return wrong(text)
  process.stdout.write(`${text}\n`)
  return exitCodes.done
}

/** Whoever read us may leave early (`| head`): that is no failure of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
process.exitCode = await main(process.argv.slice(2))
