import { Link } from '@remix-run/react'
import type { CaseResponse } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { money } from '../lib/money.ts'
import { sellerName } from '../lib/words.ts'
import { Said } from '../ui/said.tsx'
import { Time } from '../ui/time.tsx'
import { ActItems } from './act-items.tsx'
import { REPORT_NAMES } from './case-words.ts'
import { Decision } from './decision.tsx'
import { ProductHead } from './product-head.tsx'

interface CaseProps {
  found: CaseResponse
  fault: FormFault | undefined
}

export function Case({ found, fault }: CaseProps) {
  const { product, reports, acts } = found
  const { title, price, userId, hiding } = product
  const appeal = hiding?.appeal
  return (
    <li className="card stack">
      <ProductHead product={product}>
        <p className="muted small">
          <Link to={`/staff/people?q=${userId}`}>{sellerName(product.sellerName, userId)}</Link> ·{' '}
          {money(price)}
        </p>
      </ProductHead>
      <ul className="stack g2 small" aria-label={`Reports of ${title}`}>
        {reports.map(({ reason, note = '', at }) => (
          <li key={`${at}${reason}`}>
            <Time at={at} show="day" /> · {REPORT_NAMES[reason]}
            {note !== '' && `: “${note}”`}
          </li>
        ))}
        <ActItems acts={acts} />
      </ul>
      {appeal !== undefined && <Said who="The seller appeals">{appeal.note}</Said>}
      <Decision product={product} isReported={reports.length > 0} fault={fault} />
    </li>
  )
}
