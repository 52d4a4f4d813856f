import { useMatches } from '@remix-run/react'

/** What a route says of the page around it. */
export interface Handle {
  /** `own`: the page brings its own header. */
  header?: 'full' | 'own'
}

/** What the innermost route that says anything says. */
export function useHandle(): Handle {
  return Object.assign(
    {},
    ...useMatches().map(({ handle }) => handle as Handle | undefined),
  ) as Handle
}
