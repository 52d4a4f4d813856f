import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { eventually } from '@shop/shared/testing'
import { provide } from '../../stack/provision/provision.ts'
import { RULE_FILES, prometheusServer } from '../../stack/servers/prometheus.ts'
import { launch, terminate } from '../../stack/supervisor/child.ts'
import { killGroup } from '../../stack/system/exec.ts'
import { localRules, type Rules } from './local-rules.ts'
import { prometheusApi } from './prometheus-api.ts'

const READY_WITHIN_MS = 30_000
const GRACE_MS = 10_000

/** A Prometheus that reads the processes of a shop every second and evaluates its rules, with shorter times. */
export async function startPrometheus(folder: string, processes: Record<string, string>) {
  const port = freePort()
  const api = prometheusApi(`http://127.0.0.1:${port}`)
  const { prometheus: program } = await provide(['prometheus'])
  const ruleFiles = RULE_FILES.map((path) => writeLocalRules(folder, path))
  const options = { program, port, folder, processes, ruleFiles, every: '1s' }
  const run = launch(prometheusServer(options), join(folder, 'logs/prometheus.log'))
  const kill = () => killGroup(run.pid, 'SIGKILL')
  process.on('exit', kill)

  async function stop(): Promise<void> {
    await terminate(run, GRACE_MS)
    process.off('exit', kill)
  }

  try {
    await eventually(() => api.readsAll(), READY_WITHIN_MS)
  } catch (error) {
    await stop()
    throw error
  }
  return { ...api, stop }
}

export type Prometheus = Awaited<ReturnType<typeof startPrometheus>>

function writeLocalRules(folder: string, path: string): string {
  const local = join(folder, `local-${basename(path)}`)
  const rules = Bun.YAML.parse(readFileSync(path, 'utf8')) as Rules
  writeFileSync(local, JSON.stringify(localRules(rules)))
  return local
}

function freePort(): number {
  const listener = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  listener.stop(true)
  return listener.port
}
