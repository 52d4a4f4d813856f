import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'

/** What is put into a cart changes nothing of what is sold: the page needs not be read again. */
export function unlessCartChanged({
  formAction,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return formAction === '/cart' ? false : defaultShouldRevalidate
}
