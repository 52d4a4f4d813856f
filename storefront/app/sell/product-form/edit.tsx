import { Form, Link } from '@remix-run/react'
import { useFormCheck } from '../../forms/use-form-check.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Submit } from '../../ui/submit.tsx'
import { usePending } from '../../ui/use-pending.ts'
import { ProductFormChanges } from './changes.tsx'
import { ProductFormFields } from './fields.tsx'
import type { Edited, SaveOutcome } from './save-product.server.ts'
import { EditProductSchema, formValues } from './schema.ts'
import { useSaveOutcome } from './use-save-outcome.ts'

interface ProductFormEditProps {
  id: string
  product: Edited
  outcome: SaveOutcome | undefined
}

export function ProductFormEdit({ id, product, outcome: latest }: ProductFormEditProps) {
  const { serverFault, current, saved, base, revision, forgetSaved } = useSaveOutcome(
    product,
    latest,
  )
  const { fault, fields, events } = useFormCheck(EditProductSchema, serverFault)
  const isSaving = usePending('save')
  const values = serverFault?.values ?? formValues(saved?.now ?? product)
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
      {serverFault !== undefined && current !== undefined && (
        <ProductFormChanges typed={serverFault.values} current={formValues(current)} />
      )}
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="seen" value={base.seen} />
      <ProductFormFields key={revision} values={values} fields={fields} />
      <div className="actions">
        <Submit isPending={isSaving} pendingText="Saving…">
          Save changes
        </Submit>
        <Link className="btn quiet" to="/sell/products">
          Cancel
        </Link>
        <p className="saved" role="status">
          {isSaving ? '' : savedText(saved)}
        </p>
      </div>
    </Form>
  )
}

function savedText(saved: { hasMerged: boolean } | undefined): string {
  if (saved === undefined) return ''
  return saved.hasMerged ? 'Saved. Changes by someone else were kept.' : 'Saved.'
}
