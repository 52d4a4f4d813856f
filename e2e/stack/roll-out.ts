import { SERVICES } from '@shop/shared/contracts'
import { provideEach } from './provision/provision.ts'
import { serviceProcesses } from './servers/services.ts'
import { brokersOf, neededTools } from './settings/needs.ts'
import type { Shop } from './shop.ts'
import { startBrokers } from './start-processes.ts'
import type { Supervisor } from './supervisor/supervisor.ts'
import { StackFailure } from './system/failure.ts'
import { until } from './system/until.ts'

const READY_WITHIN_MS = 60_000

/** Rolls the services out on the brokers of the shop, one process after the other; starts missing brokers first. */
export async function rollOut(shop: Shop, supervisor: Supervisor): Promise<void> {
  const pathOf = provideEach(neededTools(shop.addresses, brokersOf(shop), shop.s3))
  await startBrokers({ shop, pathOf, supervisor })
  for (const spec of SERVICES.flatMap((name) => serviceProcesses(name, shop))) {
    const pidOf = () => supervisor.children().find(({ name }) => name === spec.name)
    const before = pidOf()?.pid
    await supervisor.replace(spec.name, spec.graceMs, spec)
    const isBack = () => {
      const child = pidOf()
      return child !== undefined && child.pid !== before && child.readyAfterMs > 0
    }
    if (!(await until(isBack, { withinMs: READY_WITHIN_MS })))
      throw new StackFailure(`${spec.name} is not ready after a minute on ${shop.bus}`)
  }
}
