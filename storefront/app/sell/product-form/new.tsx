import { Form, Link, useNavigation } from '@remix-run/react'
import { useEffect, type FormEvent } from 'react'
import type { FormFault } from '../../forms/parse-form.ts'
import { useFormCheck } from '../../forms/use-form-check.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { Submit } from '../../ui/submit.tsx'
import { DropZone } from '../pictures/drop-zone.tsx'
import { PicturesIntro } from '../pictures/intro.tsx'
import { UploadList } from '../pictures/upload-list.tsx'
import { NEW } from '../pictures/uploads.ts'
import { useUploads } from '../pictures/use-uploads.ts'
import { ProductFormFields } from './fields.tsx'
import { NewProductSchema } from './schema.ts'

interface ProductFormNewProps {
  serverFault: FormFault | undefined
  /** What the form is filled with at first. */
  initial: Record<string, string>
}

export function ProductFormNew({ serverFault, initial }: ProductFormNewProps) {
  const { fault, fields, events } = useFormCheck(NewProductSchema, serverFault)
  const { state } = useNavigation()
  const { queue } = useUploads(NEW)
  const values = serverFault?.values ?? initial
  // Pictures of an abandoned form must not go to the next product.
  useEffect(() => queue.hold(NEW), [queue, serverFault])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    events.onSubmit(event)
    if (!event.defaultPrevented) queue.release(NEW)
  }
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      className="stack g5"
      aria-label="New product"
      {...events}
      onSubmit={submit}
    >
      <ErrorSummary fault={fault} />
      <ProductFormFields values={values} fields={fields}>
        <TextField
          label="In stock"
          name="quantity"
          className="input num"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={values['quantity'] ?? ''}
          error={fields['quantity']}
        />
      </ProductFormFields>
      <section className="card stack g4" aria-labelledby="pictures">
        <PicturesIntro />
        <UploadList product={NEW} />
        <DropZone
          product={NEW}
          shown={0}
          error={fields['image']}
          plainHelp="Choose the first one here. You can add more once the product is created."
        />
      </section>
      <div className="actions">
        <Submit isPending={state !== 'idle'} pendingText="Adding…">
          Add product
        </Submit>
        <Submit
          className="quiet"
          name="intent"
          value="draft"
          isPending={state !== 'idle'}
          pendingText="Saving…"
        >
          Save as draft
        </Submit>
        <Link className="btn quiet" to="/sell/products">
          Cancel
        </Link>
      </div>
    </Form>
  )
}
