import { cpSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Trial } from './trial.ts'

const WAITING_MS = 1000

const storeOf = ({ data, broker }: Trial) => join(data, broker)

/** Copies the store as it is at one moment. */
export function copyStore(trial: Trial): string {
  const copy = `${storeOf(trial)}.copy-${Date.now()}`
  const resume = trial.processes.pause(trial.broker)
  cpSync(storeOf(trial), copy, { recursive: true })
  resume()
  return copy
}

/** Takes a part of the store away, or all of it, and puts a copy in its place, if any. */
export function replaceStore(trial: Trial, { part = '', copy }: { part?: string; copy?: string }) {
  const store = join(storeOf(trial), part)
  // What the broker writes until it is killed goes to the old folder.
  renameSync(store, `${storeOf(trial)}.gone-${Date.now()}`)
  if (copy !== undefined) renameSync(copy, store)
}

/** The broker loses messages that its consumers have not handled: they are down meanwhile. */
export async function loseMessages(
  trial: Trial,
  consumers: readonly string[],
  lose: () => void,
  onceDown: () => void = () => {},
): Promise<void> {
  const { broker, processes, expected } = trial
  expected.isLogWhole = false
  for (const name of consumers) processes.pause(name)
  onceDown()
  await Bun.sleep(WAITING_MS)
  lose()
  await processes.waitUntilReady(processes.kill(broker))
  // They may hold messages that were already delivered.
  for (const name of consumers) await processes.waitUntilReady(processes.kill(name))
}
