import { newAccount, resetPassword, verifyAddress } from '../../../fixtures/accounts.ts'
import { withDatabases } from '../../../tools/stack-databases.ts'
import type { Scenario } from '../../kit/scenario.ts'
import { unresolvedIn, whileShopping } from '../../kit/while-shopping.ts'

/** Six seconds are an hour: the first pause after a failed try is 100 ms instead of a minute. */
export const mailOutage: Scenario = {
  name: 'mail server unreachable for an hour, 600 times as fast',
  invariants: [48],
  full: 6,
  run: async (trial, seconds) => {
    const end = trial.expected.interruptions.begin()
    trial.proxies.smtp.cut()
    const tally = await whileShopping(trial, async () => {
      const account = await newAccount()
      await resetPassword(account)
      await verifyAddress(await newAccount())
      await Bun.sleep(seconds * 1000)
    })
    const waiting = await countWaiting()
    trial.proxies.smtp.mend()
    end()
    return [{ what: 'mails that waited', seen: waiting, goal: 'some' }, unresolvedIn(tally)]
  },
}

/** Messages that were tried at least twice. */
function countWaiting(): Promise<number> {
  return withDatabases(['notifications'], ({ notifications }) =>
    notifications.collection('messages').countDocuments({ state: 'Queued', tries: { $gte: 2 } }),
  )
}
