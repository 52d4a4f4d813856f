import { DASHBOARDS, fileOf, textOf } from './index.ts'

for (const dashboard of DASHBOARDS) {
  await Bun.write(fileOf(dashboard), textOf(dashboard))
  process.stdout.write(`${fileOf(dashboard)}\n`)
}
