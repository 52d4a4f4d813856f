/** An error that the person at the terminal can fix: printed without a stack trace. */
export class StackFailure extends Error {
  override name = 'StackFailure'
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
