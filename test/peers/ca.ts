import 'reflect-metadata'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import * as x509 from '@peculiar/x509'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 86_400_000

export type Flaw = { readonly expired?: boolean; readonly wrongName?: boolean }
export type Certificate = { readonly key: string; readonly cert: string }

export interface TestCa extends AsyncDisposable {
  readonly pem: string
  /** For NODE_EXTRA_CA_CERTS of a child process: what the variable held already, and this CA. */
  readonly bundle: string
  /** A certificate for a host name or an IP address, right unless a flaw is asked for. */
  issue(host: string, flaw?: Flaw): Promise<Certificate>
  /** Makes this process trust the CA until the CA is disposed of. */
  trust(): void
}

export async function testCa(): Promise<TestCa> {
  x509.cryptoProvider.set(crypto)
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const self = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: 'CN=Chinh Danh test CA',
    ...span(),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  })
  const pem = self.toString('pem')
  const folder = await mkdtemp(join(tmpdir(), 'chinhdanh-ca-'))
  const bundle = join(folder, 'bundle.pem')
  const already = process.env.NODE_EXTRA_CA_CERTS
  await writeFile(bundle, `${already ? await readFile(already, 'utf8') : ''}\n${pem}\n`)
  const before = tls.getCACertificates('default')
  return {
    pem,
    bundle,
    issue: (host, flaw = {}) => issue(host, flaw, { keys, subject: self.subject }),
    trust: () => tls.setDefaultCACertificates([...tls.getCACertificates('default'), pem]),
    async [Symbol.asyncDispose]() {
      tls.setDefaultCACertificates(before)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Issuer = { readonly keys: CryptoKeyPair; readonly subject: string }

async function issue(host: string, flaw: Flaw, issuer: Issuer): Promise<Certificate> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const name = flaw.wrongName ? 'somebody-else.test' : host
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: 'CN=test',
    issuer: issuer.subject,
    ...span(flaw.expired ? -2 : 0),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: issuer.keys.privateKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension([{ type: /^[\d.]+$|:/.test(name) ? 'ip' : 'dns', value: name }]),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  })
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  return { key, cert: certificate.toString('pem') }
}

function span(shiftDays = 0) {
  const middle = Date.now() + shiftDays * day
  return { notBefore: new Date(middle - day), notAfter: new Date(middle + day) }
}

function serial(): string {
  return crypto.randomUUID().replaceAll('-', '').replace(/^./, '1')
}
