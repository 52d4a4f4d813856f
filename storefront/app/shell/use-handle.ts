import { useMatches } from '@remix-run/react'

export interface Handle {
  /** `own`: the page renders its own header. */
  header?: 'full' | 'own'
}

/** The handles of all matched routes, merged from the outside in. */
export function useHandle(): Handle {
  return Object.assign(
    {},
    ...useMatches().map(({ handle }) => handle as Handle | undefined),
  ) as Handle
}
