import { eventually } from '@shop/shared/testing'
import { createMailReader } from '../../checker/read-mails.ts'
import { waitForHit } from '../../kit/failpoints.ts'
import type { Scenario } from '../../kit/scenario.ts'
import type { Trial } from '../../kit/trial.ts'
import { afterSaleCounts, whileGivingBack } from '../../kit/while-giving-back.ts'

const POINT = 'notifications.afterSend'
/** Longer than the lease of a mail. */
const PAUSE_MS = 8000

/** The mailbox is killed while it takes mails, and a sender sleeps past its lease after the mailbox took one. */
export const mailInterrupted: Scenario = {
  name: 'mailbox killed while it takes mails, a sender paused past its lease',
  invariants: [48],
  full: 3,
  run: async (trial, times) => {
    let twice = 0
    const tally = await whileGivingBack(trial, async () => {
      for (let n = 0; n < times; n += 1) {
        await trial.processes.killAndWait('mailbox')
        await pauseSender(trial)
      }
      twice = await eventually(countTwice, PAUSE_MS)
    })
    return [{ what: 'mails that came twice', seen: twice, goal: 'some' }, ...afterSaleCounts(tally)]
  },
}

async function pauseSender({ failpoints, expected }: Trial): Promise<void> {
  failpoints.arm(POINT, 'pause')
  const paused = await waitForHit(failpoints, POINT)
  const end = expected.interruptions.begin()
  await Bun.sleep(PAUSE_MS)
  failpoints.release(paused, 'pause')
  end()
}

async function countTwice(): Promise<number> {
  const mails = await createMailReader()()
  const twice = mails.length - new Set(mails.map(({ messageId }) => messageId)).size
  if (twice === 0) throw new Error('no mail came twice')
  return twice
}
