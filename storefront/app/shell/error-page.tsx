import { Link, useRevalidator } from '@remix-run/react'
import type { MouseEvent } from 'react'
import { isOffline } from '../forms/failures.ts'
import { useHydrated } from '../ui/use-hydrated.ts'
import { useRootData } from '../ui/use-root-data.ts'
import { OFFLINE, errorText } from './error-text.ts'

export function ErrorPage({ status }: { status: number }) {
  const isHydrated = useHydrated()
  const { code, title, text, isWorthRetrying } =
    isHydrated && isOffline() ? OFFLINE : errorText(status)
  // null without root data.
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
            Request ID <code>{root.requestId}</code>
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

/** Reloads the data with JavaScript, so that a failure keeps this page. */
function Retry() {
  const { revalidate, state } = useRevalidator()
  const retry = (event: MouseEvent) => {
    event.preventDefault()
    if (state === 'idle') revalidate()
  }
  return (
    <a className="btn" href="" onClick={retry} aria-disabled={state !== 'idle'}>
      {state === 'idle' ? 'Try again' : 'Trying again…'}
    </a>
  )
}
