import type { ImportProblem } from '@shop/shared/contracts'
import { formatCount } from '../labels.ts'

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
