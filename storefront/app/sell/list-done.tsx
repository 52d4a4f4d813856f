import type { OffReason } from '@shop/shared/contracts'
import { DoneNotice } from './done-notice.tsx'
import { RestoreButton } from './restore.tsx'
import { RestoredNotice } from './restored-notice.tsx'

interface ListDoneProps {
  id: string
  title: string
  off: readonly OffReason[]
}

export function ListDone({ id, title, off }: ListDoneProps) {
  if (!off.includes('archived')) return <RestoredNotice title={title} off={off} />
  return (
    <DoneNotice>
      <div className="row">
        <p>“{title}” is archived.</p>
        <RestoreButton id={id} className="text small">
          Undo<span className="sr">, restore {title}</span>
        </RestoreButton>
      </div>
    </DoneNotice>
  )
}
