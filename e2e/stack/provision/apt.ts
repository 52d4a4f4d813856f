import { existsSync } from 'node:fs'
import { createLimit } from '@shop/shared/async'
import { exec, lastLines } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'

const POLICY = '/usr/sbin/policy-rc.d'
const inTurn = createLimit(1)
let updated = false

/** Installs Debian packages, one call after the other, without starting the services that they bring. */
export function aptInstall(packages: readonly string[]): Promise<void> {
  return inTurn(() => install(packages))
}

async function install(packages: readonly string[]): Promise<void> {
  if (Bun.which('apt-get') === null) throw new StackFailure('this system has no apt-get')
  const asRoot = await rootPrefix()
  const command = (script: string) => exec([...asRoot, 'sh', '-c', script])
  if (!updated) await must(command(apt('update')))
  updated = true
  await must(
    command(withoutServices(apt(`install -y --no-install-recommends ${packages.join(' ')}`))),
  )
}

async function rootPrefix(): Promise<string[]> {
  if (process.getuid?.() === 0) return []
  if (Bun.which('sudo') === null) throw new StackFailure('apt-get needs root, and there is no sudo')
  const { ok } = await exec(['sudo', '-n', 'true'])
  if (!ok) throw new StackFailure('apt-get needs root, and sudo asks for a password')
  return ['sudo', '-n']
}

function apt(action: string): string {
  return `DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 ${action}`
}

/** Debian's switch: while the policy exits with 101, a package's service is not started. */
function withoutServices(script: string): string {
  if (existsSync(POLICY)) return script
  const policy = `printf '#!/bin/sh\\nexit 101\\n' > ${POLICY} && chmod 755 ${POLICY}`
  return `trap 'rm -f ${POLICY}' EXIT; trap 'exit 143' TERM INT; ${policy} && ${script}`
}

async function must(run: ReturnType<typeof exec>): Promise<void> {
  const { ok, out } = await run
  if (!ok) throw new StackFailure(lastLines(out))
}
