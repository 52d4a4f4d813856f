import { Form } from '@remix-run/react'
import { LOOKS, type Look } from '../lib/looks.ts'
import { Icon } from './icon.tsx'

interface LookCardProps {
  look: Look
  isDone: boolean
}

/** Light or dark, for this browser. */
export function LookCard({ isDone, look }: LookCardProps) {
  return (
    <section className="card stack g3" id="look" aria-labelledby="looks">
      <h2 id="looks" className="small-title">
        Light or dark
      </h2>
      <p className="small muted">Kept in this browser only.</p>
      <Form method="post" className="looks">
        <input type="hidden" name="intent" value="look" />
        {Object.entries(LOOKS).map(([value, words]) => (
          <button
            key={value}
            className="btn quiet small"
            name="look"
            value={value}
            aria-pressed={value === look}
          >
            {value === look && <Icon name="check" />}
            {words}
          </button>
        ))}
      </Form>
      <p className="sr" role="status">
        {isDone ? `The look is set: ${LOOKS[look]}` : ''}
      </p>
    </section>
  )
}
