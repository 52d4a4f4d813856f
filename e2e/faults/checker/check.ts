import { SERVICES } from '@shop/shared/contracts'
import { withDatabases } from '../../tools/stack-databases.ts'
import type { Facts } from './facts.ts'
import { isClean, type Finding } from './finding.ts'
import { judgeShop, type Expectations } from './judge-shop.ts'
import type { Log } from './log.ts'
import { pictureKeys } from './pictures.ts'
import { readChannels } from './read-channels.ts'
import { readLedger } from './read-ledger.ts'
import { withLog } from './read-log.ts'
import { createPictureReader } from './read-pictures.ts'
import { readStored, type Databases } from './read-stored.ts'

export interface CheckOptions extends Expectations {
  /** How long the shop may take to come to rest. */
  withinMs?: number
  /** False when the broker has lost what it had stored. */
  isLogWhole?: boolean
}

const PAUSE_MS = 500

/** Compares ledger, databases, channels and pictures of the running stack, once it is at rest. */
export function check({
  withinMs = 60_000,
  isLogWhole = true,
  ...expectations
}: CheckOptions = {}): Promise<Finding[]> {
  const deadline = performance.now() + withinMs
  const readPictures = createPictureReader()
  return withDatabases(SERVICES, (databases) => {
    const watch = (log: Log | null) =>
      untilAtRest(async () => {
        const facts = await readFacts(databases, log, readPictures)
        return judgeShop(facts, expectations)
      }, deadline)
    return isLogWhole ? withLog(watch) : watch(null)
  })
}

async function readFacts(
  databases: Databases,
  log: Log | null,
  readPictures: ReturnType<typeof createPictureReader>,
): Promise<Facts> {
  const [stored, intents, channels] = await Promise.all([
    readStored(databases),
    readLedger(),
    readChannels(),
  ])
  const missingPictures = await readPictures(stored.products.flatMap(pictureKeys))
  return { ...stored, intents, channels, missingPictures, log }
}

/** Looks again until two looks on end find nothing: what heals by itself is no difference. */
async function untilAtRest(look: () => Promise<Finding[]>, deadline: number): Promise<Finding[]> {
  let wasClean = false
  for (;;) {
    const isLate = performance.now() > deadline
    const findings = await look().catch((error: unknown) => {
      // A server that was just started again may cut a connection off.
      if (isLate) throw error
      return null
    })
    const isNowClean = findings !== null && isClean(findings)
    if (findings !== null && (isNowClean ? wasClean : isLate)) return findings
    wasClean = isNowClean
    await Bun.sleep(PAUSE_MS)
  }
}
