import { provide } from '../stack/provision/provision.ts'
import { RULE_FILES, processesOf, prometheusServer } from '../stack/servers/prometheus.ts'
import { requireFreePorts } from '../stack/settings/ports.ts'
import type { Shop } from '../stack/shop.ts'
import type { Supervisor } from '../stack/supervisor/supervisor.ts'
import { info } from '../stack/system/terminal.ts'

/** Starts a Prometheus with the cluster's rules beside the running shop, and says where to look. */
export async function observe(shop: Shop, supervisor: Supervisor): Promise<void> {
  const { prometheus: port } = shop.ports
  requireFreePorts({ prometheus: port })
  const { prometheus: program } = await provide(['prometheus'])
  const processes = processesOf(shop)
  const options = { program, port, folder: shop.data, processes, ruleFiles: RULE_FILES }
  await supervisor.start(prometheusServer({ ...options, every: '5s' }))
  const url = `http://127.0.0.1:${port}`
  info(`metrics: ${url}/graph · service levels and alerts: ${url}/alerts`)
  if (shop.mode === 'dev')
    info('traces: bun run trace buys something and prints the checkout as one trace')
}
