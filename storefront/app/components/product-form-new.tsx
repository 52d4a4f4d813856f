import { Form, Link, useNavigation } from '@remix-run/react'
import { useEffect, type FormEvent } from 'react'
import type { FormFault } from '../lib/forms.ts'
import { NewProductForm } from '../lib/product-form.ts'
import { NEW } from '../lib/uploads.ts'
import { useFormCheck } from '../lib/use-form-check.ts'
import { useUploads } from '../lib/use-uploads.ts'
import { ErrorSummary } from './error-summary.tsx'
import { TextField } from './field.tsx'
import { PictureUploadDrop } from './picture-upload-drop.tsx'
import { PictureUploadIntro } from './picture-upload-intro.tsx'
import { PictureUploadQueue } from './picture-upload-queue.tsx'
import { ProductFormFields } from './product-form-fields.tsx'
import { Submit } from './submit.tsx'

/** The form of a new product: with script it takes all pictures at once, without it the first. */
export function ProductFormNew({ told }: { told: FormFault | undefined }) {
  const { fault, fields, events } = useFormCheck(NewProductForm, told)
  const { state } = useNavigation()
  const { queue } = useUploads(NEW)
  const values = told?.values ?? {}
  // Pictures go to the product that this form makes, and to no other.
  useEffect(() => queue.hold(NEW), [queue, told])
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
        <PictureUploadIntro />
        <PictureUploadQueue product={NEW} />
        <PictureUploadDrop
          product={NEW}
          shown={0}
          error={fields['image']}
          plainHelp="Choose the first one here. More are added once the product is there."
        />
      </section>
      <div className="actions">
        <Submit isPending={state !== 'idle'} pendingText="Adding…">
          Add product
        </Submit>
        <Link className="btn quiet" to="/sell/products">
          Cancel
        </Link>
      </div>
    </Form>
  )
}
