import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'

/** After a form met a service that is away, or no connection, the page's data would not come either. */
export function unlessAway({
  actionStatus = 200,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return actionStatus < 500 && defaultShouldRevalidate
}

/** What is added to a cart changes nothing of what is sold: the page's data need not be read again. */
export function unlessCartChanged(args: ShouldRevalidateFunctionArgs): boolean {
  return args.formAction !== '/cart' && unlessAway(args)
}
