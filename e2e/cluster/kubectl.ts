import { exec, lastLines } from '../stack/system/exec.ts'
import { StackFailure } from '../stack/system/failure.ts'

export const NAMESPACE = 'shop'

/** Runs kubectl in the shop's namespace of the current context; returns its output. */
export async function kubectl(...args: string[]): Promise<string> {
  const { ok, out } = await exec(['kubectl', '-n', NAMESPACE, ...args])
  if (!ok) throw new StackFailure(`kubectl ${args.join(' ')}: ${lastLines(out)}`)
  return out
}

/** Reads one object. */
export async function read<T>(kind: string, name: string): Promise<T> {
  return JSON.parse(await kubectl('get', kind, name, '--output=json')) as T
}
