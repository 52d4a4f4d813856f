import { readFileSync } from 'node:fs'

/** The host names of the shop. */
export const HOSTS = ['ecommerce.local', 'minio.local', 'minio-api.local'] as const

/** The command that adds the shop's host names to this machine. */
export const HOSTS_COMMAND = `printf '127.0.0.1 ${HOSTS.join(' ')}\\n::1 ${HOSTS.join(' ')}\\n' | sudo tee -a /etc/hosts`

/** The host names of the shop that a hosts file does not map to this machine. */
export function missingHosts(hostsFile: string): string[] {
  const known = new Set(
    hostsFile
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
      .filter(([address = '']) => address === '::1' || address.startsWith('127.'))
      .flatMap(([, ...names]) => names),
  )
  return HOSTS.filter((host) => !known.has(host))
}

/** Whether all host names of the shop resolve to this machine. */
export function hostsAreSet(): boolean {
  try {
    return missingHosts(readFileSync('/etc/hosts', 'utf8')).length === 0
  } catch {
    return false
  }
}
