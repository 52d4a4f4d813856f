import type { Figure } from '../figure.ts'

/** The figures of several rounds as one, with the samples of all. */
function merged(rounds: readonly (readonly Figure[])[]): Figure[] {
  const [first = [], ...others] = rounds
  return first.map((figure) => {
    const same = others.flatMap((round) => round.filter(({ name }) => name === figure.name))
    return { ...figure, samples: [figure, ...same].flatMap(({ samples }) => samples) }
  })
}

/** Measures sides in turn, A B A B; returns the figures of each. */
export async function inTurn<Side>(
  sides: readonly [Side, Side],
  times: number,
  measure: (side: Side) => Promise<Figure[]>,
): Promise<[Figure[], Figure[]]> {
  const rounds: [Figure[][], Figure[][]] = [[], []]
  for (let round = 0; round < times; round += 1)
    for (const index of [0, 1] as const) rounds[index].push(await measure(sides[index]))
  return [merged(rounds[0]), merged(rounds[1])]
}
