import { Acknowledgements } from '../faults/kit/acknowledgements.ts'
import { isMet } from '../faults/kit/count.ts'
import { findDifferences } from '../faults/kit/differences.ts'
import { newExpectations, PATIENT, type Environment } from '../faults/kit/environment.ts'
import { inWords } from '../faults/kit/outcomes.ts'
import { counting } from '../faults/kit/run-scenario.ts'
import { SCENARIOS } from './scenarios.ts'

const only = process.argv[2] ?? ''
const environment: Environment = {
  ...PATIENT,
  acknowledgements: new Acknowledgements(),
  expected: newExpectations(),
}

for (const { name, run } of SCENARIOS.filter((scenario) => scenario.name.includes(only))) {
  const begun = performance.now()
  console.log(`\n${name}…`)
  const counts = [
    ...(await counting(() => run(environment))),
    ...(await counting(() => findDifferences(environment))),
  ]
  console.log(`  ${counts.map(inWords).join('\n  ')}`)
  const isGreen = counts.every(isMet)
  console.log(`${isGreen ? 'green' : 'RED'}, ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  if (!isGreen) process.exitCode = 1
}
