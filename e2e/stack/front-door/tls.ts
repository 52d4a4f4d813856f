import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exec, lastLines } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'
import { HOSTS } from './hosts.ts'

const NAMES = [...HOSTS, 'localhost', '127.0.0.1', '::1']
const RENEW_BEFORE_MS = 7 * 24 * 3600 * 1000

export interface Certificate {
  certificate: string
  key: string
  /** The certificate of the authority that signed it. */
  ca: string
}

/** The folder of mkcert's authority: the user's own if there is one, otherwise one in the data folder. */
export async function authorityFolder(mkcert: string, data: string): Promise<string> {
  const { out } = await exec([mkcert, '-CAROOT'])
  const users = out.trim()
  return existsSync(join(users, 'rootCA-key.pem')) ? users : join(data, 'ca')
}

/** Returns a certificate for every host name; renews it when it expires soon or the authority changed. */
export async function ensureCertificate(mkcert: string, data: string): Promise<Certificate> {
  const authority = await authorityFolder(mkcert, data)
  const folder = join(data, 'tls')
  const files = {
    certificate: join(folder, 'door.pem'),
    key: join(folder, 'door-key.pem'),
    ca: join(authority, 'rootCA.pem'),
  }
  if (isGood(files)) return files
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  mkdirSync(authority, { recursive: true, mode: 0o700 })
  const { ok, out } = await exec(
    [mkcert, '-cert-file', files.certificate, '-key-file', files.key, ...NAMES],
    // No trust store is changed: that is the user's decision.
    { env: { CAROOT: authority, TRUST_STORES: 'none' } },
  )
  if (!ok) throw new StackFailure(`mkcert: ${lastLines(out)}`)
  return files
}

function isGood({ certificate, key, ca }: Certificate): boolean {
  if (![certificate, key, ca].every(existsSync)) return false
  const door = new X509Certificate(readFileSync(certificate))
  const authority = new X509Certificate(readFileSync(ca))
  const names = NAMES.every((name) =>
    /^[\d:.]+$/.test(name) ? door.checkIP(name) : door.checkHost(name),
  )
  const lasts = Date.parse(door.validTo) - Date.now() > RENEW_BEFORE_MS
  return names && lasts && door.verify(authority.publicKey)
}
