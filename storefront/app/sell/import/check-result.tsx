import { Form, useNavigation } from '@remix-run/react'
import type { ImportCheck, ImportProblem } from '@shop/shared/contracts'
import { count } from '../../lib/words.ts'
import { Notice } from '../../ui/notice.tsx'
import { Submit } from '../../ui/submit.tsx'
import { formatCount } from '../labels.ts'

/** What an import would do, with the button that begins it. */
export function ReadyToImport({
  check,
  file,
}: {
  check: ImportCheck
  file: { csv: string; key: string }
}) {
  const { state } = useNavigation()
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="card stack g4"
      aria-label="Ready to import"
    >
      <Notice kind="ok" title="Ready to import" live="status">
        <p>
          {formatCount(check.created)} new, {formatCount(check.updated)} changed.
        </p>
      </Notice>
      <textarea name="csv" hidden readOnly value={file.csv} aria-label="File" />
      <input type="hidden" name="key" value={file.key} />
      <div>
        <Submit name="intent" value="import" isPending={state !== 'idle'} pendingText="Starting…">
          Import {count(check.rows, 'row')}
        </Submit>
      </div>
    </Form>
  )
}

/** The rows that must be corrected before anything is imported. */
export function RowsToFix({ check }: { check: ImportCheck }) {
  return (
    <section className="card stack g4" aria-labelledby="rows">
      <Notice kind="danger" live="alert">
        <h2 id="rows" className="small-title">
          {formatCount(check.badRows)} of {count(check.rows, 'row')} have a problem
        </h2>
        <p>Nothing was changed. Correct the file and check it again.</p>
      </Notice>
      <ProblemTable problems={check.problems} />
      {check.problems.length >= 100 && (
        <p className="muted small">Only the first 100 problems are listed.</p>
      )}
    </section>
  )
}

export function ProblemTable({ problems }: { problems: ImportProblem[] }) {
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Column</th>
          <th scope="col">What’s wrong</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ line, column, value = '', message }, at) => (
          <tr key={at}>
            <td>{formatCount(line)}</td>
            <td>{column ?? '–'}</td>
            <td>
              {value !== '' && `“${value}”: `}
              {message}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
