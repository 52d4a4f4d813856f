import { Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { safePath } from '../lib/safe-path.ts'
import { Picture } from '../ui/picture.tsx'

interface DoorProps {
  title: string
  /** What leads to the other door. */
  other: { question: string; path: string; name: string }
  pictures: string[]
  children: ReactNode
}

/** Where people come in: one card, and pictures beside it where there is room. */
export function Door({ title, other, pictures, children }: DoorProps) {
  const [params] = useSearchParams()
  const next = safePath(params.get('next'), '')
  const query = next === '' ? '' : `?next=${encodeURIComponent(next)}`
  return (
    <main id="main" tabIndex={-1} className="wrap page">
      <div className="door">
        <div className="card stack g5">
          <div className="stack g2">
            <h1>{title}</h1>
            <p className="muted">
              {other.question} <Link to={other.path + query}>{other.name}</Link>
            </p>
          </div>
          {children}
        </div>
        <div className="door-art" aria-hidden="true">
          {pictures.map((url, position) => (
            <Picture key={position} url={url} alt="" view="line" />
          ))}
        </div>
      </div>
    </main>
  )
}
