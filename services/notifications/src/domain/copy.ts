import type { Kind, MessageState } from './message.ts'

/** Their links expire, and the person can ask for another one. */
const EXPIRING: readonly Kind[] = ['reset', 'verify']

/** Whether staff may send a message again; what was never to be sent stays so. */
export function isRepeatable({ kind, state }: { kind: Kind; state: MessageState }): boolean {
  return state !== 'Dropped' && !EXPIRING.includes(kind)
}

/** The key of the message that a key belongs to, which may be that of a copy. */
export function originalKey(key: string): string {
  return key.split('#')[0] ?? key
}

/** The key of the next copy of a message, by the keys of the message and its copies. */
export function nextCopyKey(keys: readonly string[]): string {
  const numbers = keys.map((key) => Number(key.split('#')[1] ?? 0))
  return `${originalKey(keys[0] ?? '')}#${Math.max(0, ...numbers) + 1}`
}
