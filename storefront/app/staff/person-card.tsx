import { Form, Link } from '@remix-run/react'
import type { PersonResponse } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { sellerName } from '../lib/words.ts'
import { Badge } from '../ui/badge.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextareaField } from '../ui/field.tsx'
import { Submit } from '../ui/submit.tsx'
import { Time } from '../ui/time.tsx'
import { usePending } from '../ui/use-pending.ts'
import { Fold } from './fold.tsx'
import { personStatus } from './words.ts'

interface PersonCardProps {
  person: PersonResponse
  fault: FormFault | undefined
}

export function PersonCard({ person, fault }: PersonCardProps) {
  const { id, email, verified, name, since, isBlocked, acts, role } = person
  return (
    <li className="card stack" id={`person-${id}`}>
      <div className="row between">
        <h2 className="small-title">{name ?? email}</h2>
        <Badge status={personStatus(person)} />
      </div>
      <dl className="person-facts">
        <dt>Email</dt>
        <dd>
          {email} <span className="muted">({verified ? 'verified' : 'not verified'})</span>
        </dd>
        <dt>Since</dt>
        <dd>
          <Time at={since} show="day" />
        </dd>
      </dl>
      <div className="row">
        {name !== undefined && !isBlocked && (
          <Link className="btn quiet small" to={`/shops/${id}`}>
            See shop<span className="sr"> of {sellerName(name, id)}</span>
          </Link>
        )}
        <Link className="btn quiet small" to={`/staff/products?q=${id}`}>
          See products<span className="sr"> of {email}</span>
        </Link>
        <Link className="btn quiet small" to={`/staff/messages?q=${encodeURIComponent(email)}`}>
          See messages<span className="sr"> to {email}</span>
        </Link>
      </div>
      {acts.length > 0 && (
        <ul className="stack g2" aria-label={`What staff did with ${email}`}>
          {acts.map(({ act, reason, at }) => (
            <li key={at} className="small">
              <Time at={at} show="moment" /> · {act === 'block' ? 'Blocked' : 'Unblocked'}: “
              {reason}”
            </li>
          ))}
        </ul>
      )}
      {role === 'user' && <ActForm person={person} fault={fault} />}
    </li>
  )
}

const WORDS = {
  block: {
    title: 'Block this person',
    help: 'They are signed out everywhere within seconds, and what they sell is taken down. Paid orders go on. They get the reason by email.',
    button: 'Block',
    pending: 'Blocking…',
    kind: 'danger',
  },
  unblock: {
    title: 'Unblock this person',
    help: 'They can sign in again, and what they sell is shown again.',
    button: 'Unblock',
    pending: 'Unblocking…',
    kind: 'quiet',
  },
} as const

function ActForm({ person: { id, email, isBlocked }, fault }: PersonCardProps) {
  const act = isBlocked ? 'unblock' : 'block'
  const { title, help, button, pending, kind } = WORDS[act]
  const isPending = usePending(`${act}-${id}`)
  return (
    <Fold key={act} isOpen={fault !== undefined}>
      <summary>{title}</summary>
      <Form method="post" noValidate className="stack" preventScrollReset>
        <ErrorSummary fault={fault} idOf={(name) => `${name}-${id}`} />
        <input type="hidden" name="intent" value={`${act}-${id}`} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="act" value={act} />
        <TextareaField
          label={`Reason to ${act} ${email}`}
          name="reason"
          id={`reason-${id}`}
          rows={2}
          help={help}
          defaultValue={fault?.values['reason'] ?? ''}
          error={fault?.fields['reason']}
        />
        <div>
          <Submit className={kind} isPending={isPending} pendingText={pending}>
            {button}
            <span className="sr"> {email}</span>
          </Submit>
        </div>
      </Form>
    </Fold>
  )
}
