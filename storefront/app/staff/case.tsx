import { Form, Link } from '@remix-run/react'
import type { CaseResponse } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { money } from '../lib/money.ts'
import { sellerName } from '../lib/words.ts'
import { Badge } from '../ui/badge.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextareaField } from '../ui/field.tsx'
import { Picture } from '../ui/picture.tsx'
import { Said } from '../ui/said.tsx'
import { Submit } from '../ui/submit.tsx'
import { Time } from '../ui/time.tsx'
import { usePending } from '../ui/use-pending.ts'
import { REPORT_NAMES, caseStatus } from './case-words.ts'

interface CaseProps {
  found: CaseResponse
  fault: FormFault | undefined
}

export function Case({ found, fault }: CaseProps) {
  const { product, reports, acts } = found
  const { id, title, price, imageUrl, userId, hiding } = product
  const appeal = hiding?.appeal
  return (
    <li className="card stack">
      <div className="row between">
        <div className="case-head">
          <Picture url={imageUrl} alt="" view="thumb" />
          <div>
            <h2 className="small-title">
              <Link to={`/products/${id}`}>{title}</Link>
            </h2>
            <p className="muted small">
              <Link to={`/staff/people?q=${userId}`}>{sellerName(product.sellerName, userId)}</Link>{' '}
              · {money(price)}
            </p>
          </div>
        </div>
        <Badge status={caseStatus(found)} />
      </div>
      <ul className="stack g2 small" aria-label={`Reports of ${title}`}>
        {reports.map(({ reason, note = '', at }) => (
          <li key={`${at}${reason}`}>
            <Time at={at} show="day" /> · {REPORT_NAMES[reason]}
            {note !== '' && `: “${note}”`}
          </li>
        ))}
        {acts.map(({ act, reason, at }) => (
          <li key={at}>
            <Time at={at} show="day" /> · {act === 'hide' ? 'Hidden' : 'Shown again'} by staff: “
            {reason}”
          </li>
        ))}
      </ul>
      {appeal !== undefined && <Said who="The seller appeals">{appeal.note}</Said>}
      <Decision found={found} fault={fault} />
    </li>
  )
}

function Decision({ found: { product, reports }, fault }: CaseProps) {
  const { id, title, off = [] } = product
  const isPending = usePending(id)
  const isHidden = off.includes('hidden')
  const act = isHidden ? 'unhide' : 'hide'
  return (
    <Form method="post" noValidate className="stack g3" aria-label={`Decide on ${title}`}>
      <ErrorSummary fault={fault} />
      <input type="hidden" name="intent" value={id} />
      <input type="hidden" name="id" value={id} />
      <TextareaField
        label={isHidden ? `Reason to show ${title} again` : `Reason to hide ${title}`}
        name="reason"
        rows={2}
        help="The seller reads it in an email."
        defaultValue={fault?.values['reason'] ?? ''}
        error={fault?.fields['reason']}
      />
      <div className="row">
        <Submit
          className={isHidden ? 'quiet' : 'danger'}
          name="act"
          value={act}
          isPending={isPending}
          pendingText="Saving…"
        >
          {isHidden ? 'Show again' : 'Hide product'}
        </Submit>
        {reports.length > 0 && (
          <Submit
            className="quiet"
            name="act"
            value="dismiss"
            isPending={isPending}
            pendingText="Saving…"
          >
            Dismiss reports
          </Submit>
        )}
      </div>
    </Form>
  )
}
