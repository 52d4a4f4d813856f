import { Link, useRouteLoaderData } from '@remix-run/react'
import type { loader } from '../root.tsx'

/** A page for what is not there, or did not work; it needs no service. */
export function ErrorPage({ status }: { status: number }) {
  const isMissing = status === 404
  const root = useRouteLoaderData<typeof loader>('root')
  return (
    <main id="main" tabIndex={-1} className="wrap page">
      <div className="empty">
        <p className="error-code" aria-hidden="true">
          {isMissing ? '404' : '500'}
        </p>
        <h1>{isMissing ? 'There is nothing at this address' : 'This page did not load'}</h1>
        <p className="muted">
          {isMissing
            ? 'The product may have moved, or the link may be incomplete.'
            : 'Something on our side did not answer. Your cart is safe. Try again in a moment.'}
        </p>
        {!isMissing && root !== undefined && (
          <p className="muted small">
            Code <code>{root.requestId}</code>
          </p>
        )}
        <div className="row">
          {!isMissing && (
            <a className="btn" href="">
              Try again
            </a>
          )}
          <Link
            className={isMissing ? 'btn' : 'btn quiet'}
            to="/"
            reloadDocument={root === undefined}
          >
            See all products
          </Link>
        </div>
      </div>
    </main>
  )
}
