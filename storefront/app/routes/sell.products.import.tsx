import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { IMPORT_COLUMNS, MAX_UPLOAD_BYTES, isId } from '@shop/shared/contracts'
import { getImport } from '../api/imports.server.ts'
import { requireUser } from '../api/session.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import type { FormFault } from '../forms/parse-form.ts'
import { readForm } from '../forms/read-form.server.ts'
import { orNotFound } from '../forms/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'
import { CheckResult } from '../sell/import/check-result.tsx'
import { importProducts, type ImportOutcome } from '../sell/import/import-products.server.ts'
import { ProblemTable } from '../sell/import/problem-table.tsx'
import { ImportProgress } from '../sell/import/progress.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField } from '../ui/field.tsx'
import { Submit } from '../ui/submit.tsx'

export const meta = () => [{ title: pageTitle('Import products') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireUser(context.api, request)
  const id = new URL(request.url).searchParams.get('id') ?? ''
  return data({ found: isId(id) ? await getImport(context.api, id).catch(orNotFound) : null })
}

export const action = formAction(
  ({ api, form }) => importProducts(api, form),
  async ({ context, request }) => {
    await requireUser(context.api, request)
    return readForm(request, MAX_UPLOAD_BYTES)
  },
)

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function ImportProducts() {
  const { found } = useLoaderData<typeof loader>()
  const { check, file, fault } = outcomeOf(useActionData<typeof action>())
  return (
    <>
      <div>
        <Breadcrumbs trail={[{ name: 'Products', to: '/sell/products' }, { name: 'Import' }]} />
        <h1>Import products</h1>
      </div>
      {found !== null && fault === undefined && check === undefined ? (
        <ImportProgress found={found} />
      ) : (
        <>
          <ErrorSummary fault={fault} />
          {check !== undefined && file !== undefined && <CheckResult check={check} file={file} />}
          <ChooseFile fault={fault} isReady={check?.badRows === 0} />
          {check !== undefined && check.problems.length > 0 && (
            <section className="card" aria-label="What is wrong">
              <ProblemTable problems={check.problems} />
            </section>
          )}
        </>
      )}
    </>
  )
}

function outcomeOf(result: ImportOutcome | FormFault | undefined): ImportOutcome {
  if (result === undefined) return {}
  return 'values' in result ? { fault: result } : result
}

const TEMPLATE = `data:text/csv;charset=utf-8,${encodeURIComponent(`${IMPORT_COLUMNS.join(',')}\r\n,Teapot,Holds one liter.,kitchen,24.50,12,yes\r\n`)}`

interface ChooseFileProps {
  fault: FormFault | undefined
  /** Whether a checked file is ready to import, which is the next thing to do. */
  isReady: boolean
}

function ChooseFile({ fault, isReady }: ChooseFileProps) {
  const { state } = useNavigation()
  return (
    <Form
      method="post"
      action="/sell/products/import"
      encType="multipart/form-data"
      noValidate
      className="card stack g4"
      aria-label="Choose a file"
    >
      <TextField
        type="file"
        label="CSV file"
        name="file"
        accept=".csv,text/csv"
        help="Up to 2 MB and 5,000 rows. Rows with an id change that product; rows without one are new."
        error={fault?.fields['file']}
      />
      <div className="row">
        <Submit
          className={isReady ? 'quiet' : ''}
          name="intent"
          value="check"
          isPending={state !== 'idle'}
          pendingText="Checking…"
        >
          Check file
        </Submit>
        <a className="btn text" href={TEMPLATE} download="products.csv">
          Download a template
        </a>
      </div>
      <p className="muted small">
        Checking changes nothing. You’ll see what will happen before you import.
      </p>
    </Form>
  )
}
