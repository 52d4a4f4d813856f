import { SERVICES } from '@shop/shared/contracts'
import { withDatabases } from '../../tools/stack-databases.ts'
import { checkFacts, type Expectations } from './check-facts.ts'
import type { Facts } from './facts.ts'
import { isClean, type Finding } from './finding.ts'
import type { Log } from './log.ts'
import { pictureKeys } from './pictures.ts'
import { readChannels } from './read-channels.ts'
import { readLedger } from './read-ledger.ts'
import { withLog } from './read-log.ts'
import { createMailReader } from './read-mails.ts'
import { createPictureReader } from './read-pictures.ts'
import { readSales } from './read-sales.ts'
import { readStored, type Databases } from './read-stored.ts'
import { checkSales } from './sales.ts'

export interface CheckOptions extends Expectations {
  /** How long the shop may take to settle. */
  withinMs?: number
  /** False after the broker lost its store. */
  isLogWhole?: boolean
}

const PAUSE_MS = 500

/** Compares ledger, databases, broker and pictures of the running stack once it has settled. */
export function check({
  withinMs = 60_000,
  isLogWhole = true,
  ...expectations
}: CheckOptions = {}): Promise<Finding[]> {
  const deadline = performance.now() + withinMs
  const readers = { readPictures: createPictureReader(), readMails: createMailReader() }
  return withDatabases(SERVICES, (databases) => {
    const checkWith = (log: Log | null) =>
      untilSettled(async () => {
        const facts = await readFacts(databases, log, readers)
        // On a stack that others use, their orders are not at rest.
        const sales = expectations.scope ? [] : checkSales(await readSales(databases))
        return [...checkFacts(facts, expectations), ...sales]
      }, deadline)
    return isLogWhole ? withLog(checkWith) : checkWith(null)
  })
}

interface Readers {
  readPictures: ReturnType<typeof createPictureReader>
  readMails: ReturnType<typeof createMailReader>
}

async function readFacts(
  databases: Databases,
  log: Log | null,
  { readPictures, readMails }: Readers,
): Promise<Facts> {
  const [stored, intents, channels] = await Promise.all([
    readStored(databases),
    readLedger(),
    readChannels(),
  ])
  const missingPictures = await readPictures(stored.products.flatMap(pictureKeys))
  return {
    ...stored,
    intents,
    channels,
    // After the messages: what is sent by then is there.
    mails: await readMails(),
    readAt: new Date(),
    missingPictures,
    log,
  }
}

/** Repeats the checks until two runs in a row are clean: what heals by itself is no mismatch. */
async function untilSettled(
  runChecks: () => Promise<Finding[]>,
  deadline: number,
): Promise<Finding[]> {
  let wasClean = false
  for (;;) {
    const isTimeout = performance.now() > deadline
    const findings = await runChecks().catch((error: unknown) => {
      // A restarting server may close a connection.
      if (isTimeout) throw error
      return null
    })
    const isNowClean = findings !== null && isClean(findings)
    if (findings !== null && (isNowClean ? wasClean : isTimeout)) return findings
    wasClean = isNowClean
    await Bun.sleep(PAUSE_MS)
  }
}
