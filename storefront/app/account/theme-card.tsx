import { Form } from '@remix-run/react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { THEMES, type Theme } from './theme.ts'

interface ThemeCardProps {
  theme: Theme
  isDone: boolean
  fault: FormFault | undefined
}

export function ThemeCard({ fault, isDone, theme }: ThemeCardProps) {
  return (
    <section className="card stack g3" id="theme" aria-labelledby="themes">
      <h2 id="themes" className="small-title">
        Theme
      </h2>
      <p className="small muted">Saved in this browser only.</p>
      <Form method="post" className="themes">
        <input type="hidden" name="intent" value="theme" />
        {Object.entries(THEMES).map(([value, words]) => (
          <button
            key={value}
            className="btn quiet small"
            name="theme"
            value={value}
            aria-pressed={value === theme}
          >
            {value === theme && <Icon name="check" />}
            {words}
          </button>
        ))}
      </Form>
      <FaultNotice fault={fault} />
      <p className="sr" role="status">
        {isDone ? `Theme set: ${THEMES[theme]}` : ''}
      </p>
    </section>
  )
}
