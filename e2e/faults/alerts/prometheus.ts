import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import { eventually } from '@shop/shared/testing'
import { provide } from '../../stack/provision/provision.ts'
import { replicasOf } from '../../stack/servers/services.ts'
import { root } from '../../stack/settings/paths.ts'
import { launch, terminate, type ChildSpec } from '../../stack/supervisor/child.ts'
import { killGroup } from '../../stack/system/exec.ts'
import { responds } from '../../stack/system/until.ts'
import type { Trial } from '../kit/trial.ts'
import { localRules, type Rules } from './local-rules.ts'

const RULES = join(root, 'k8s/components/monitoring')
const EVERY = '1s'
const READY_WITHIN_MS = 30_000
const GRACE_MS = 10_000

interface Alert {
  state: 'pending' | 'firing'
  labels: { alertname: string }
}

interface Target {
  health: 'up' | 'down' | 'unknown'
}

/** A Prometheus that reads all processes of a shop and evaluates its rules, with shorter times. */
export async function startPrometheus(trial: Trial) {
  const port = freePort()
  const url = `http://127.0.0.1:${port}`
  const run = launch(await specOf(trial, port), join(trial.data, 'logs/prometheus.log'))
  const kill = () => killGroup(run.pid, 'SIGKILL')
  process.on('exit', kill)

  async function stop(): Promise<void> {
    await terminate(run, GRACE_MS)
    process.off('exit', kill)
  }

  async function ask<T>(path: string): Promise<T> {
    const response = await fetch(`${url}/api/v1/${path}`)
    return ((await response.json()) as { data: T }).data
  }

  async function readsAll(): Promise<void> {
    const { activeTargets } = await ask<{ activeTargets: Target[] }>('targets?state=active')
    const waiting = activeTargets.filter(({ health }) => health !== 'up').length
    if (activeTargets.length === 0 || waiting > 0)
      throw new Error(`Prometheus does not read ${waiting} of ${activeTargets.length} processes`)
  }

  try {
    await eventually(readsAll, READY_WITHIN_MS)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    /** The names of the alerts that fire now. */
    async firing(): Promise<string[]> {
      const { alerts } = await ask<{ alerts: Alert[] }>('alerts')
      const firing = alerts.filter(({ state }) => state === 'firing')
      return [...new Set(firing.map(({ labels }) => labels.alertname))]
    },
    stop,
  }
}

export type Prometheus = Awaited<ReturnType<typeof startPrometheus>>

async function specOf({ data, shop }: Trial, port: number): Promise<ChildSpec> {
  const { prometheus } = await provide(['prometheus'])
  const targets = SERVICES.flatMap((service) => replicasOf(service, shop)).map((name) => ({
    targets: [`127.0.0.1:${shop.ports[name]}`],
    labels: { namespace: 'shop', pod: name },
  }))
  return {
    name: 'prometheus',
    command: [
      prometheus,
      `--config.file=${writeConfig(data, targets)}`,
      `--storage.tsdb.path=${join(data, `prometheus-${port}`)}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=warn',
    ],
    ready: () => responds(`http://127.0.0.1:${port}/-/ready`),
    graceMs: GRACE_MS,
  }
}

function writeConfig(data: string, targets: object[]): string {
  const files = ['slos', 'alerts'].map((name) => {
    const rules = Bun.YAML.parse(readFileSync(join(RULES, `${name}.yaml`), 'utf8')) as Rules
    return write(join(data, `${name}.json`), localRules(rules))
  })
  return write(join(data, 'prometheus.json'), {
    global: { scrape_interval: EVERY, scrape_timeout: EVERY, evaluation_interval: EVERY },
    rule_files: files,
    scrape_configs: [{ job_name: 'shop', static_configs: targets }],
  })
}

/** JSON is YAML, too. */
function write(path: string, content: object): string {
  writeFileSync(path, JSON.stringify(content))
  return path
}

function freePort(): number {
  const listener = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  listener.stop(true)
  return listener.port
}
