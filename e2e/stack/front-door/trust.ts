import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
]

/** Whether this system trusts an authority. */
export function isTrusted(ca: string): boolean {
  const body = pemBody(readFileSync(ca, 'utf8'))
  return SYSTEM_BUNDLES.filter((path) => existsSync(path)).some((path) =>
    pemBody(readFileSync(path, 'utf8')).includes(body),
  )
}

/** The command that makes this system and its browsers trust the authority. */
export function trustCommand(ca: string, mkcert: string): string {
  const database = join(homedir(), '.pki/nssdb')
  // Without Chromium's certificate database mkcert silently skips it.
  const prepare = existsSync(join(database, 'cert9.db'))
    ? ''
    : `mkdir -p ${database} && certutil -d sql:${database} -N --empty-password; `
  return `${prepare}CAROOT="${dirname(ca)}" ${mkcert} -install`
}

const pemBody = (pem: string) => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '')
