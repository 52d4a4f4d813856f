import type { Scenario } from '../kit/scenario.ts'
import { allAtOnce } from './all-at-once.ts'
import { backlog } from './backlog.ts'
import { blackHoles } from './black-holes.ts'
import { channelLost } from './broker/channel-lost.ts'
import { killedWhileRepublishing } from './broker/killed-while-republishing.ts'
import { movedToJetStream } from './broker/moved-to-jetstream.ts'
import { brokerRestored } from './broker/restored.ts'
import { brokerWiped } from './broker/wiped.ts'
import { inTheBrowser } from './browser/index.ts'
import { cancelAtFailpoints } from './cancel-at-failpoints.ts'
import { doubledDeliveries } from './doubled-deliveries.ts'
import { failpoints } from './failpoints.ts'
import { mailInterrupted } from './mail/interrupted.ts'
import { mailOutage } from './mail/outage.ts'
import { pausedCapture } from './paused-capture.ts'
import { pictureServersLost } from './pictures/servers-lost.ts'
import { poison } from './poison.ts'
import { randomKills } from './random-kills.ts'
import { refunds } from './refunds.ts'
import { rollingRestart } from './rolling-restart.ts'
import { sharedWork } from './shared-work.ts'
import { soldOut } from './sold-out.ts'
import { stolenIdentity } from './stolen-identity.ts'
import { webhooks } from './webhooks.ts'

/** All scenarios in order; those that leave the most data come last. */
export const SCENARIOS: readonly Scenario[] = [
  sharedWork,
  failpoints,
  cancelAtFailpoints,
  refunds,
  mailOutage,
  mailInterrupted,
  randomKills,
  allAtOnce,
  webhooks,
  doubledDeliveries,
  poison,
  pausedCapture,
  blackHoles,
  pictureServersLost,
  stolenIdentity,
  inTheBrowser,
  rollingRestart,
  soldOut,
  brokerWiped,
  channelLost,
  brokerRestored,
  killedWhileRepublishing,
  backlog,
  // The shop stays on the other broker.
  movedToJetStream,
]
