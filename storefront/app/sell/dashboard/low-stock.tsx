import { Form, Link, useActionData, useSearchParams } from '@remix-run/react'
import type { FormFault } from '../../forms/parse-form.ts'
import { count } from '../../lib/words.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Submit } from '../../ui/submit.tsx'
import { usePending } from '../../ui/use-pending.ts'
import type { Dashboard } from './load.server.ts'
import { dashboardUrl, type Period } from './period.ts'

interface LowStockProps {
  products: Dashboard['low']
  threshold: number
  period: Period
}

/** What runs low, and from how many units on. */
export function LowStock({ products, threshold, period }: LowStockProps) {
  const fault = useActionData<FormFault>()
  const isPending = usePending('low')
  const [params] = useSearchParams()
  return (
    <section className="card stack" aria-labelledby="low">
      <h2 id="low" className="small-title">
        Low stock
      </h2>
      {products.length === 0 ? (
        <p className="muted small">Nothing is running low.</p>
      ) : (
        <ul className="product-list">
          {products.map(({ id, title, imageUrl, quantity, available }) => (
            <li key={id}>
              <Picture url={imageUrl} alt="" view="thumb" />
              <span>
                <b>{title}</b>
                <br />
                <span className="stock low">
                  {available} left{quantity > available && `, ${quantity - available} reserved`}
                </span>
              </span>
              <Link className="btn quiet small" to={`/sell/products/${id}/stock`}>
                Add stock<span className="sr"> of {title}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <details open={fault !== undefined || params.has('done')}>
        <summary>Listed at {count(threshold, 'item')} or fewer</summary>
        <Form
          method="post"
          action={dashboardUrl(period, { index: '' })}
          noValidate
          className="stack g3"
          preventScrollReset
        >
          <ErrorSummary fault={fault} />
          {params.get('done') === 'low' && fault === undefined && (
            <Notice kind="ok" live="status">
              <p>Saved.</p>
            </Notice>
          )}
          <input type="hidden" name="intent" value="low" />
          <TextField
            label="Items left"
            name="lowStock"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={fault?.values['lowStock'] ?? String(threshold)}
            error={fault?.fields['lowStock']}
          />
          <div>
            <Submit className="quiet small" isPending={isPending} pendingText="Saving…">
              Save
            </Submit>
          </div>
        </Form>
      </details>
    </section>
  )
}
