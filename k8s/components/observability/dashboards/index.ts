import { join } from 'node:path'
import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard'
import { broker } from './broker.ts'
import { business } from './business.ts'
import { saga } from './saga.ts'
import { oneService } from './service.ts'
import { shop } from './shop.ts'

export const DASHBOARDS: readonly Dashboard[] = [shop, oneService, saga, broker, business].map(
  (dashboard) => dashboard.build(),
)

/** The file that Grafana reads. */
export function fileOf({ uid }: Dashboard): string {
  return join(import.meta.dir, `${uid}.json`)
}

export function textOf(dashboard: Dashboard): string {
  return `${JSON.stringify(dashboard, null, 2)}\n`
}
