import { readFileSync } from 'node:fs'

/** The names under which the shop is meant to be visited. */
export const HOSTS = ['ecommerce.local', 'minio.local', 'minio-api.local'] as const

/** The one command that gives this machine the shop's names. */
export const HOSTS_COMMAND = `printf '127.0.0.1 ${HOSTS.join(' ')}\\n::1 ${HOSTS.join(' ')}\\n' | sudo tee -a /etc/hosts`

/** The names of the shop that a hosts file does not lead to this machine. */
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

/** Whether all names of the shop lead to this machine. */
export function hostsAreSet(): boolean {
  try {
    return missingHosts(readFileSync('/etc/hosts', 'utf8')).length === 0
  } catch {
    return false
  }
}
