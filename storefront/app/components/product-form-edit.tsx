import { Form, Link, useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { EditProductForm, formValues } from '../lib/product-form.ts'
import type { Edited, SaveOutcome } from '../lib/save-product.server.ts'
import { useFormCheck } from '../lib/use-form-check.ts'
import { ErrorSummary } from './error-summary.tsx'
import { ProductFormChanges } from './product-form-changes.tsx'
import { ProductFormFields } from './product-form-fields.tsx'
import { Submit } from './submit.tsx'

interface ProductFormEditProps {
  id: string
  product: Edited
  outcome: SaveOutcome | undefined
}

/** The form of a product that is there already. */
export function ProductFormEdit({ id, product, outcome: latest }: ProductFormEditProps) {
  const { outcome, forgetSaved } = useOutcome(latest)
  const told = faultOf(outcome)
  const { fault, fields, events } = useFormCheck(EditProductForm, told)
  const base = useBase(product, outcome?.now)
  const { state, formData } = useNavigation()
  const isSaving = state !== 'idle' && formData?.has('seen') === true
  const values = told?.values ?? formValues(product)
  return (
    <Form
      method="post"
      action={`/sell/products/${id}`}
      preventScrollReset
      noValidate
      className="stack g5"
      aria-label="Product"
      {...events}
      onInput={(event) => {
        events.onInput(event)
        forgetSaved()
      }}
    >
      <ErrorSummary fault={fault} />
      <Changes outcome={outcome} />
      <input type="hidden" name="version" value={base.version} />
      <input type="hidden" name="seen" value={base.seen} />
      <ProductFormFields values={values} fields={fields} />
      <div className="actions">
        <Submit isPending={isSaving} pendingText="Saving…">
          Save changes
        </Submit>
        <Link className="btn quiet" to="/sell/products">
          Cancel
        </Link>
        <p className="saved" role="status">
          {isSaving || outcome?.kind !== 'saved' ? '' : 'Saved.'}
        </p>
      </div>
    </Form>
  )
}

type Outcome = ProductFormEditProps['outcome']

const faultOf = (outcome: Outcome) => (outcome?.kind === 'refused' ? outcome.fault : undefined)

function Changes({ outcome }: { outcome: Outcome }) {
  const fault = faultOf(outcome)
  if (fault === undefined || outcome?.now === undefined) return null
  return <ProductFormChanges typed={fault.values} now={formValues(outcome.now)} />
}

/** What came of the last edit: pictures that arrive load the page anew, which forgets it. */
function useOutcome(latest: Outcome) {
  const [outcome, setOutcome] = useState(latest)
  useEffect(() => {
    if (latest !== undefined) setOutcome(latest)
  }, [latest])
  return {
    outcome,
    forgetSaved(this: void): void {
      if (outcome?.kind === 'saved') setOutcome(undefined)
    },
  }
}

/** What the texts in the form were made on: a page that is loaded again behind them does not change it. */
function useBase(product: Edited, told: Edited | undefined): Edited {
  const [base, setBase] = useState(told ?? product)
  useEffect(() => {
    if (told !== undefined) setBase(told)
  }, [told])
  return base
}
