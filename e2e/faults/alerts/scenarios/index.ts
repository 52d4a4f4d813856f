import type { Scenario } from '../../kit/scenario.ts'
import { checkoutFails } from './checkout-fails.ts'

/** One for each alert that does not need Kubernetes. */
export const ALERT_SCENARIOS: readonly Scenario[] = [checkoutFails]
