import { Form } from '@remix-run/react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { LOOKS, type Look } from './theme.ts'

interface LookCardProps {
  look: Look
  isDone: boolean
  fault: FormFault | undefined
}

/** Light or dark, for this browser. */
export function LookCard({ fault, isDone, look }: LookCardProps) {
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
      <FaultNotice fault={fault} />
      <p className="sr" role="status">
        {isDone ? `The look is set: ${LOOKS[look]}` : ''}
      </p>
    </section>
  )
}
