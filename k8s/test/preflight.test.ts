import { afterAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../e2e/stack/settings/paths.ts'
import { exec } from '../../e2e/stack/system/exec.ts'

// Fake programs that report a correct machine unless a variable changes it.
const PROGRAMS = {
  minikube: 'case $1 in ip) echo 192.0.2.7 ;; status) exit ${STATUS:-0} ;; esac',
  kubectl:
    'case "$*" in *node*) echo ${RUNTIME:-docker://28.2.2} ;; *ingressclass*) exit ${NO_CLASS:-0} ;; esac',
  getent: 'echo "${ADDRESS:-192.0.2.7} STREAM $2"',
  uname: 'echo Linux',
}
const programs = mkdtempSync(join(tmpdir(), 'shop-preflight-'))
for (const [name, script] of Object.entries(PROGRAMS))
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
afterAll(() => rmSync(programs, { recursive: true }))

const preflight = (env: Record<string, string> = {}) =>
  exec(['sh', '-c', 'PATH="$0:$PATH" exec tilt/preflight.sh', programs], { cwd: root, env })

test('prints nothing on a correct machine', async () => {
  expect(await preflight()).toEqual({ ok: true, out: '' })
})

test.each([
  ['Minikube does not run', { STATUS: '7' }, 'minikube start --driver=docker'],
  ['the runtime is containerd://2.3', { RUNTIME: 'containerd://2.3' }, 'minikube delete &&'],
  ['no Ingress controller is there', { NO_CLASS: '1' }, 'minikube addons enable ingress'],
  ['minio-api.local: not at 192.0.2.7', { ADDRESS: '127.0.0.1' }, '192.0.2.7 ecommerce.local'],
])('prints the fix: %s', async (fault, environment, fix) => {
  const { ok, out } = await preflight(environment)
  expect(ok).toBe(false)
  expect(out).toContain(fault)
  expect(out).toContain(fix)
  expect(out.match(/✗/g)).toHaveLength(1)
})
