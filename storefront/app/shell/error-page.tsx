import { Link, useRevalidator } from '@remix-run/react'
import type { MouseEvent } from 'react'
import { isOffline } from '../forms/failures.ts'
import { useHydrated } from '../ui/use-hydrated.ts'
import { useRootData } from '../ui/use-root-data.ts'
import { OFFLINE, errorWords } from './error-text.ts'

/** A page for what is not there, or did not work; it needs no service. */
export function ErrorPage({ status }: { status: number }) {
  const isHydrated = useHydrated()
  const { code, title, text, isWorthRetrying } =
    isHydrated && isOffline() ? OFFLINE : errorWords(status)
  // Without any data of the shop it is null, and undefined where the page itself broke.
  const root = useRootData() ?? null
  return (
    <main id="main" tabIndex={-1} className="wrap page">
      <div className="empty">
        <p className="error-code" aria-hidden="true">
          {code}
        </p>
        <h1>{title}</h1>
        <p className="muted">{text}</p>
        {isWorthRetrying && root !== null && (
          <p className="muted small">
            Code <code>{root.requestId}</code>
          </p>
        )}
        <div className="row">
          {isWorthRetrying && <Retry />}
          <Link
            className={isWorthRetrying ? 'btn quiet' : 'btn'}
            to="/"
            reloadDocument={root === null}
          >
            See all products
          </Link>
        </div>
      </div>
    </main>
  )
}

/** Loads what is missing; by script, so that a connection that is still lost does not lose this page, too. */
function Retry() {
  const { revalidate, state } = useRevalidator()
  const retry = (event: MouseEvent) => {
    event.preventDefault()
    if (state === 'idle') revalidate()
  }
  return (
    <a className="btn" href="" onClick={retry} aria-disabled={state !== 'idle'}>
      {state === 'idle' ? 'Try again' : 'Trying…'}
    </a>
  )
}
