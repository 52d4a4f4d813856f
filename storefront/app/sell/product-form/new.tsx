import { Form, Link, useNavigation } from '@remix-run/react'
import { useEffect, type FormEvent } from 'react'
import type { FormFault } from '../../forms/parse-form.ts'
import { useFormCheck } from '../../forms/use-form-check.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { Submit } from '../../ui/submit.tsx'
import { PictureUploadDrop } from '../pictures/drop-zone.tsx'
import { PictureUploadIntro } from '../pictures/intro.tsx'
import { PictureUploadQueue } from '../pictures/upload-list.tsx'
import { NEW } from '../pictures/uploads.ts'
import { useUploads } from '../pictures/use-uploads.ts'
import { ProductFormFields } from './fields.tsx'
import { NewProductForm } from './schema.ts'

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
