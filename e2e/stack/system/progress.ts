import { info, isTerminal, setStatus } from './terminal.ts'

const SHOWN_EVERY_S = 30
const BAR_WIDTH = 24

interface Step {
  name: string
  start: number
  state: string
}

const steps = new Set<Step>()

/** Runs a long step and shows its progress: a status line in a terminal, a line every 30 s elsewhere, and the duration at the end. */
export async function withProgress<T>(
  title: string,
  work: (report: (state: string) => void) => Promise<T>,
): Promise<T> {
  const step: Step = { name: title.split(/[:,]/)[0] ?? title, start: performance.now(), state: '' }
  info(`${title}…`)
  steps.add(step)
  const tick = setInterval(() => {
    showAll()
    if (!isTerminal && elapsed(step) % SHOWN_EVERY_S === 0) info(describe(step))
  }, 1000)
  try {
    return await work((state) => (step.state = state))
  } finally {
    clearInterval(tick)
    steps.delete(step)
    showAll()
    if (elapsed(step) > 0) info(`${title}: ${elapsed(step)} s`)
  }
}

/** A bar for a part of a whole. */
export function progressBar(done: number, total: number): string {
  const filled = Math.round((Math.min(done, total) / Math.max(total, 1)) * BAR_WIDTH)
  return '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
}

const elapsed = ({ start }: Step) => Math.round((performance.now() - start) / 1000)

const describe = (step: Step) => `${step.name} ${elapsed(step)} s ${step.state}`.trimEnd()

function showAll(): void {
  setStatus([...steps].map(describe).join(' · '))
}
