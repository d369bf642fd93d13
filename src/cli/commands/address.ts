import { createInterface } from 'node:readline'
import { isPlatform, recognise } from '../../addresses/index.ts'
import type { Command } from '../outcome.ts'

type Line = { input: string; hint?: unknown }

/** JSON lines in, JSON lines out, in order; a line that is no JSON or has no `input` gets `bad_line` and the stream goes on. */
export const addressCommand: Command = {
  usage: '',
  summary: 'recognise addresses: JSON lines {"input", "hint"?} on standard input',
  options: {},
  async run() {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (process.stdout.destroyed) break
      if (line.trim() === '') continue
      const asked = read(line)
      const answer = asked
        ? { input: asked.input, ...recognise(asked.input, hintOf(asked.hint)) }
        : { input: line, error: 'bad_line' }
      if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
        await new Promise((done) => process.stdout.once('drain', done))
    }
    return { kind: 'done', result: undefined, text: '' }
  },
}

function read(line: string): Line | undefined {
  try {
    const asked = JSON.parse(line)
    return typeof asked?.input === 'string' ? asked : undefined
  } catch {
    return undefined
  }
}

const hintOf = (hint: unknown) => (typeof hint === 'string' && isPlatform(hint) ? hint : undefined)
