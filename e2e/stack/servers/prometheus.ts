import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import { root } from '../settings/paths.ts'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { responds } from '../system/until.ts'
import { replicasOf } from './services.ts'

const GRACE_MS = 10_000

/** The rules of the cluster. */
export const RULE_FILES = ['slos', 'alerts'].map((name) =>
  join(root, `k8s/components/monitoring/${name}.yaml`),
)

interface PrometheusOptions {
  program: string
  port: number
  /** Where its configuration and its store are written. */
  folder: string
  /** The addresses of what it reads, by name. */
  processes: Record<string, string>
  ruleFiles: readonly string[]
  /** How often it reads them and evaluates its rules, such as `1s`. */
  every: string
}

/** The addresses of all programs of a shop that have metrics. */
export function processesOf(shop: Shop): Record<string, string> {
  const pages = shop.trial?.hasStorefront === false ? [] : (['storefront'] as const)
  const names = [...SERVICES.flatMap((service) => replicasOf(service, shop)), ...pages]
  return Object.fromEntries(names.map((name) => [name, `127.0.0.1:${shop.ports[name]}`]))
}

/** A Prometheus that reads the metrics of the shop's programs. */
export function prometheusServer(options: PrometheusOptions): ChildSpec {
  const { program, port, folder } = options
  return {
    name: 'prometheus',
    command: [
      program,
      `--config.file=${writeConfig(options)}`,
      `--storage.tsdb.path=${join(folder, `prometheus-${port}`)}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=warn',
    ],
    ready: () => responds(`http://127.0.0.1:${port}/-/ready`),
    graceMs: GRACE_MS,
  }
}

function writeConfig({ folder, processes, ruleFiles, every }: PrometheusOptions): string {
  const targets = Object.entries(processes).map(([pod, address]) => ({
    targets: [address],
    labels: { namespace: 'shop', pod },
  }))
  const path = join(folder, 'prometheus.json')
  // JSON is YAML, too.
  writeFileSync(
    path,
    JSON.stringify({
      global: { scrape_interval: every, scrape_timeout: every, evaluation_interval: every },
      rule_files: ruleFiles,
      scrape_configs: [{ job_name: 'shop', static_configs: targets }],
    }),
  )
  return path
}
