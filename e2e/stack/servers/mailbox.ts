import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { responds } from '../system/until.ts'

/** A real SMTP server that delivers nothing: it keeps every mail and shows it on its pages. */
export function mailbox({ data, ports, addresses }: Shop, program: string): ChildSpec {
  const folder = join(data, 'mails')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    name: 'mailbox',
    command: [
      [program, '--smtp', String(ports.smtp), '--ip', '127.0.0.1'],
      ['--web', String(ports.mail), '--web-ip', '127.0.0.1', '--mail-directory', folder],
    ].flat(),
    ready: () => responds(`${addresses.mail.url}/api/email`),
    graceMs: 5000,
    shows: () => false,
  }
}
