// What the checks are measured against: the same questions and the same requests, asked by Node or curl themselves.
import { spawn } from 'node:child_process'
import { promises } from 'node:dns'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import https from 'node:https'
import tls from 'node:tls'
import type { Asked } from './register.ts'

export async function inLanes<T>(items: readonly T[], lanes: number, act: (item: T) => Promise<void>): Promise<number> {
  const began = performance.now()
  let next = 0
  async function lane(): Promise<void> {
    while (next < items.length) await act(items[next++] as T)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return (items.length * 1000) / (performance.now() - began)
}

/** The same two questions for each name: one Node resolver for each server. */
export function bareDns(
  servers: readonly string[],
  asked: readonly Asked[],
  label: string,
  lanes: number,
): Promise<number> {
  const resolvers = servers.map((server) => {
    const resolver = new promises.Resolver({ timeout: 800, tries: 2 })
    resolver.setServers([server])
    return resolver
  })
  return inLanes(asked, lanes, async ({ host, token }) => {
    const told = await Promise.all(resolvers.map((one) => one.resolveTxt(`_${label}-challenge.${host}`)))
    if (!told.every(([first]) => first?.join('').includes(token))) throw new Error(`no token at ${host}`)
  })
}

export const pathOf = (label: string, token: string) => `/.well-known/${label}-challenge/${token}`

/** node:https with one secure context for all, and no question to any resolver. */
export function bareHttps(port: number, asked: readonly Asked[], label: string, lanes: number): Promise<number> {
  const secureContext = tls.createSecureContext({ ca: tls.getCACertificates('default') })
  const lookup = (_: string, options: { all?: boolean }, done: (...said: unknown[]) => void) =>
    options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4)
  return inLanes(asked, lanes, ({ host, token }) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const options = {
      host,
      port,
      path: pathOf(label, token),
      agent: false as const,
      secureContext,
      lookup: lookup as never,
    }
    https
      .get(options, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part) => {
          text += part
        })
        response.on('end', () => (text === token ? resolve() : reject(new Error(`no token at ${host}`))))
      })
      .on('error', reject)
    return promise
  })
}

export async function curl(
  port: number,
  authorities: string,
  asked: readonly Asked[],
  label: string,
  lanes: number,
  file: string,
): Promise<number> {
  const lines = asked.map(({ host, token }) => `url = "https://${host}${pathOf(label, token)}"\noutput = "/dev/null"`)
  writeFileSync(file, `cacert = "${file}.pem"\nconnect-to = "::127.0.0.1:${port}"\n${lines.join('\n')}\n`)
  writeFileSync(`${file}.pem`, authorities)
  const began = performance.now()
  const child = spawn(
    'curl',
    [
      '--silent',
      '--show-error',
      '--fail',
      '--parallel',
      '--parallel-immediate',
      '--parallel-max',
      String(lanes),
      '--config',
      file,
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore'],
    },
  )
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`curl ended with ${code}`)
  return (asked.length * 1000) / (performance.now() - began)
}
