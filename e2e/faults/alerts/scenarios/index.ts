import type { Scenario } from '../../kit/scenario.ts'
import { consumerFallsBehind, deadLetters, outboxWaits, programSilent } from './events.ts'
import { mailFails, mailWaits } from './mail.ts'
import { paymentDisputed, paymentStuck, refundFails, refundStaysOpen } from './money.ts'
import { browseFails, checkoutFails, effectsLate, mailLate } from './service-levels.ts'

/** One for each alert that does not need Kubernetes. */
export const ALERT_SCENARIOS: readonly Scenario[] = [
  browseFails,
  checkoutFails,
  effectsLate,
  mailLate,
  programSilent,
  outboxWaits,
  consumerFallsBehind,
  deadLetters,
  paymentStuck,
  refundStaysOpen,
  refundFails,
  paymentDisputed,
  mailWaits,
  mailFails,
]
