import { Icon } from '../ui/icon.tsx'
import { Time } from '../ui/time.tsx'

export interface TrackStep {
  name: string
  at?: string | undefined
}

/** Steps of which the first ones are done. */
export function Track({ label, steps, now }: { label: string; steps: TrackStep[]; now: number }) {
  return (
    <ol className="track" aria-label={label}>
      {steps.map(({ name, at }, step) => (
        <li
          key={name}
          {...(step < now && { className: 'done' })}
          {...(step === now && { 'aria-current': 'step' as const })}
        >
          <strong>
            {step <= now && <Icon name="check" />}
            {name}
            <span className="sr">
              {step < now ? ', done' : step === now ? ', now' : ', not yet'}
            </span>
          </strong>
          {at !== undefined && (
            <span>
              <Time at={at} show="day" />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
