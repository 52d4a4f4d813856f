import { Acknowledgements } from '../faults/kit/acknowledgements.ts'
import { countMismatches } from '../faults/kit/count-mismatches.ts'
import { isMet } from '../faults/kit/count.ts'
import { newExpectations, LONG_WAITS, type Environment } from '../faults/kit/environment.ts'
import { describe } from '../faults/kit/outcomes.ts'
import { countOrFail } from '../faults/kit/run-scenario.ts'
import { SCENARIOS } from './scenarios.ts'

const only = process.argv[2] ?? ''
const environment: Environment = {
  ...LONG_WAITS,
  acknowledgements: new Acknowledgements(),
  expected: newExpectations(),
}

for (const { name, run } of SCENARIOS.filter((scenario) => scenario.name.includes(only))) {
  const startedAt = performance.now()
  console.log(`\n${name}…`)
  const counts = [
    ...(await countOrFail(() => run(environment))),
    ...(await countOrFail(() => countMismatches(environment))),
  ]
  console.log(`  ${counts.map(describe).join('\n  ')}`)
  const isGreen = counts.every(isMet)
  console.log(
    `${isGreen ? 'green' : 'RED'}, ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
  )
  if (!isGreen) process.exitCode = 1
}
