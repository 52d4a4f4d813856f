import type { BulkResult } from '@shop/shared/contracts'
import { count } from '../lib/words.ts'
import { Notice } from '../ui/notice.tsx'

interface BulkNoticeProps {
  results: readonly BulkResult[]
  titleOf: (id: string) => string
}

/** Says what became of each selected product. */
export function BulkNotice({ results, titleOf }: BulkNoticeProps) {
  const failed = results.filter(({ status }) => status === 'failed')
  const changed = results.filter(({ status }) => status === 'changed')
  const unchanged = results.length - changed.length - failed.length
  const summary = [
    `${count(changed.length, 'product')} changed`,
    unchanged > 0 && `${unchanged} already so`,
    failed.length > 0 && `${failed.length} not`,
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <Notice kind={failed.length > 0 ? 'warn' : 'ok'} title={`${summary}.`} live="status">
      {failed.length > 0 && (
        <ul>
          {failed.map(({ id, error }) => (
            <li key={id}>
              {titleOf(id)}: {error?.message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
