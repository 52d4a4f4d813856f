import { Link, useRevalidator } from '@remix-run/react'
import type { ImportResponse } from '@shop/shared/contracts'
import { useEffect } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { formatCount } from '../labels.ts'
import { ProblemTable } from './problem-table.tsx'

const REFRESH_MS = 1000

/** How far an import is; it goes on without the page. */
export function ImportProgress({ found }: { found: ImportResponse }) {
  const { id, status, done, rows, failed } = found
  const isRunning = status === 'running'
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setInterval(revalidate, REFRESH_MS)
    return () => clearInterval(timer)
  }, [isRunning, revalidate])
  const text = `${formatCount(done)} of ${formatCount(rows)} rows done`
  if (isRunning)
    return (
      <section className="card stack g4" aria-labelledby="running">
        <h2 id="running" className="small-title">
          Importing
        </h2>
        <label htmlFor="progress">{text}</label>
        <progress id="progress" max={rows} value={done}>
          {text}
        </progress>
        <p className="muted small">
          You can close this page: the import continues.{' '}
          <Link to={`/sell/products/import?id=${id}`}>Refresh</Link>
        </p>
      </section>
    )
  return (
    <section className="card stack g4" aria-label="Import finished">
      <Notice
        kind={failed.length > 0 ? 'warn' : 'ok'}
        title={`${formatCount(rows - failed.length)} of ${formatCount(rows)} rows imported.`}
        live="status"
      />
      {failed.length > 0 && <ProblemTable problems={failed} />}
      <div>
        <Link className="btn" to="/sell/products">
          See products
        </Link>
      </div>
    </section>
  )
}
