import type { StackFile } from '@shop/shared/testing'
import { messageOf } from '../stack/system/failure.ts'
import { cards } from './attacks/cards.ts'
import { carts } from './attacks/carts.ts'
import { formFloods } from './attacks/form-floods.ts'
import { frontDoor } from './attacks/front-door.ts'
import { guessing } from './attacks/guessing.ts'
import { idleStreams } from './attacks/idle-streams.ts'
import { pictures } from './attacks/pictures.ts'
import { signInFloods } from './attacks/sign-in.ts'
import { spam } from './attacks/spam.ts'
import { atMost, type Attack, type Measure } from './kit/attack.ts'

export const ATTACKS: readonly Attack[] = [
  ...frontDoor,
  ...formFloods,
  ...pictures,
  ...guessing,
  ...carts,
  ...idleStreams,
  ...cards,
  ...spam,
  ...signInFloods,
]

export interface Outcome {
  attack: string
  measure: Measure
}

/** Runs the attacks in turn; one that throws counts as a broken bound. */
export async function runAttacks(
  shop: StackFile,
  attacks: readonly Attack[],
  report: (outcomes: Outcome[]) => void,
): Promise<Outcome[]> {
  const all: Outcome[] = []
  for (const { name, run } of attacks) {
    const measures = await run(shop).catch((error: unknown) => [
      atMost(`could not be run (${messageOf(error)})`, 1, 0),
    ])
    const outcomes = measures.map((measure) => ({ attack: name, measure }))
    report(outcomes)
    all.push(...outcomes)
  }
  return all
}
