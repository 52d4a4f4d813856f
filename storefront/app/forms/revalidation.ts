import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'

/** After a failed form, reloading the page's data would fail too. */
export function unlessUnavailable({
  actionStatus = 200,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return actionStatus < 500 && defaultShouldRevalidate
}

/** The cart does not change what the catalogue shows. */
export function unlessCartChanged(args: ShouldRevalidateFunctionArgs): boolean {
  return args.formAction !== '/cart' && unlessUnavailable(args)
}
