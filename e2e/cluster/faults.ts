import { isMet } from '../faults/kit/count.ts'
import { findDifferences } from '../faults/kit/differences.ts'
import { newExpectations, PATIENT, type Ground } from '../faults/kit/ground.ts'
import { inWords } from '../faults/kit/outcomes.ts'
import { Promises } from '../faults/kit/promises.ts'
import { counting } from '../faults/kit/run-scenario.ts'
import { SCENARIOS } from './scenarios.ts'

const only = process.argv[2] ?? ''
const ground: Ground = { ...PATIENT, promises: new Promises(), expected: newExpectations() }

for (const { name, run } of SCENARIOS.filter((scenario) => scenario.name.includes(only))) {
  const begun = performance.now()
  console.log(`\n${name}…`)
  const counts = [
    ...(await counting(() => run(ground))),
    ...(await counting(() => findDifferences(ground))),
  ]
  console.log(`  ${counts.map(inWords).join('\n  ')}`)
  const isGreen = counts.every(isMet)
  console.log(`${isGreen ? 'green' : 'RED'}, ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  if (!isGreen) process.exitCode = 1
}
