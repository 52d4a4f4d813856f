import { Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { safePath } from '../lib/safe-path.ts'
import { Picture } from '../ui/picture.tsx'

interface AuthPageProps {
  title: string
  alternative: { question: string; path: string; name: string }
  pictures: string[]
  children: ReactNode
}

export function AuthPage({ title, alternative, pictures, children }: AuthPageProps) {
  const [params] = useSearchParams()
  const next = safePath(params.get('next'), '')
  const query = next === '' ? '' : `?next=${encodeURIComponent(next)}`
  return (
    <main id="main" tabIndex={-1} className="wrap page">
      <div className="auth">
        <div className="card stack g5">
          <div className="stack g2">
            <h1>{title}</h1>
            <p className="muted">
              {alternative.question} <Link to={alternative.path + query}>{alternative.name}</Link>
            </p>
          </div>
          {children}
        </div>
        <div className="auth-art" aria-hidden="true">
          {pictures.map((url, position) => (
            <Picture key={position} url={url} alt="" view="line" />
          ))}
        </div>
      </div>
    </main>
  )
}
