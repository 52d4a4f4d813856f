import { eventually } from '@shop/shared/testing'
import { withDatabases } from '../../../tools/stack-databases.ts'
import { copyStore, loseMessages, replaceStore } from '../../kit/broker-store.ts'
import type { Scenario } from '../../kit/scenario.ts'
import type { Trial } from '../../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../../kit/while-shopping.ts'

const OLD_MS = 6000
const CONSUMERS = ['products', 'products-1']

export const brokerRestored: Scenario = {
  name: 'broker restored from a copy under load',
  invariants: [1, 3, 13],
  full: 2,
  run: async (trial, times) => {
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1) {
        await restoreOld(trial)
        await restoreYoung(trial)
      }
    })
    const restored = times * 2
    return [{ what: 'copies restored', seen: restored, goal: restored }, unresolvedIn(tally)]
  },
}

async function restoreOld(trial: Trial): Promise<void> {
  const copy = copyStore(trial)
  await Bun.sleep(OLD_MS)
  await loseMessages(trial, CONSUMERS, () => replaceStore(trial, { copy }))
}

/** The copy has the last mark, which is renewed every two seconds, but not what came in the second after it. */
async function restoreYoung(trial: Trial): Promise<void> {
  await newMark()
  let copy = ''
  const lose = () => replaceStore(trial, { copy })
  await loseMessages(trial, CONSUMERS, lose, () => (copy = copyStore(trial)))
}

/** Resolves when payments has just renewed its mark. */
function newMark(): Promise<void> {
  return withDatabases(['payments'], async ({ payments }) => {
    const epoch = async () => (await payments.collection('marks').findOne({}))?.['epoch'] as unknown
    const before = await epoch()
    await eventually(async () => {
      if ((await epoch()) === before) throw new Error('the mark was not renewed')
    }, 30_000)
  })
}
