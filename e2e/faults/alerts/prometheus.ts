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
import { prometheusApi } from './prometheus-api.ts'

const RULES = join(root, 'k8s/components/monitoring')
const EVERY = '1s'
const READY_WITHIN_MS = 30_000
const GRACE_MS = 10_000

/** The addresses of all service processes of a trial. */
export const processesOf = ({ shop }: Trial): Record<string, string> =>
  Object.fromEntries(
    SERVICES.flatMap((service) => replicasOf(service, shop)).map((name) => [
      name,
      `127.0.0.1:${shop.ports[name]}`,
    ]),
  )

/** A Prometheus that reads the processes of a shop and evaluates its rules, with shorter times. */
export async function startPrometheus(data: string, processes: Record<string, string>) {
  const port = freePort()
  const api = prometheusApi(`http://127.0.0.1:${port}`)
  const run = launch(await specOf(data, processes, port), join(data, 'logs/prometheus.log'))
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

async function specOf(
  data: string,
  processes: Record<string, string>,
  port: number,
): Promise<ChildSpec> {
  const { prometheus } = await provide(['prometheus'])
  const targets = Object.entries(processes).map(([pod, address]) => ({
    targets: [address],
    labels: { namespace: 'shop', pod },
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
