import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { shouldRevalidate } from './client-action.ts'

const CONFLICT = 409

/** Reloads the page's data after a conflict, too: what it shows is outdated. */
export function revalidateAfterConflict(args: ShouldRevalidateFunctionArgs) {
  return args.actionStatus === CONFLICT || shouldRevalidate(args)
}
