import { Form, useNavigation } from '@remix-run/react'
import type { ImportCheck } from '@shop/shared/contracts'
import { count } from '../../lib/words.ts'
import { Notice } from '../../ui/notice.tsx'
import { Submit } from '../../ui/submit.tsx'
import { formatCount } from '../labels.ts'

interface CheckResultProps {
  check: ImportCheck
  file: { csv: string; key: string }
}

/** What was found in a file, and what can be done next. */
export function CheckResult(props: CheckResultProps) {
  return props.check.badRows === 0 ? <ReadyToImport {...props} /> : <RowsToFix {...props} />
}

/** What an import would do, with the button that begins it. */
function ReadyToImport({ check, file }: CheckResultProps) {
  const { state } = useNavigation()
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="card stack g4"
      aria-label="Ready to import"
    >
      <Notice kind="ok" title="Ready to import" live="status">
        <p>{willDo(check)}</p>
      </Notice>
      <FileText csv={file.csv} />
      <input type="hidden" name="key" value={file.key} />
      <div>
        <Submit name="intent" value="import" isPending={state !== 'idle'} pendingText="Starting…">
          Import {count(check.rows, 'row')}
        </Submit>
      </div>
    </Form>
  )
}

function willDo({ created, updated }: ImportCheck): string {
  const parts = [
    created > 0 && `add ${count(created, 'product')}`,
    updated > 0 && `change ${count(updated, 'product')}`,
  ].filter(Boolean)
  return parts.length === 0 ? 'Nothing in it is new.' : `This will ${parts.join(' and ')}.`
}

/** The rows that must be corrected before anything is imported. */
function RowsToFix({ check, file }: CheckResultProps) {
  const { badRows, rows, problems, problemCount } = check
  const more = problemCount - problems.length
  return (
    <section className="card stack g4" aria-labelledby="rows">
      <Notice kind="danger" live="alert">
        <h2 id="rows" className="small-title">
          {formatCount(badRows)} of {count(rows, 'row')} have a problem
        </h2>
        <p>Nothing was changed. Correct the file and check it again.</p>
      </Notice>
      <form
        method="post"
        action="/sell/products/import/rows-to-fix.csv"
        encType="multipart/form-data"
      >
        <FileText csv={file.csv} />
        <div className="row">
          <button className="btn quiet small">Download this list</button>
          {more > 0 && (
            <span className="muted small">
              The first {formatCount(problems.length)} problems are shown; {formatCount(more)} more
              are in the download.
            </span>
          )}
        </div>
      </form>
    </section>
  )
}

/** The checked file, which the next form sends again. */
function FileText({ csv }: { csv: string }) {
  return <textarea name="csv" hidden readOnly value={csv} aria-label="File" />
}
