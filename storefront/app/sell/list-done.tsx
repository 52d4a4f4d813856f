import type { OffReason } from '@shop/shared/contracts'
import { DoneNotice } from './done-notice.tsx'
import { RestoreButton } from './restore.tsx'

interface ListDoneProps {
  id: string
  title: string
  off: readonly OffReason[]
}

export function ListDone({ id, title, off }: ListDoneProps) {
  if (!off.includes('archived'))
    return (
      <DoneNotice>
        <p>
          “{title}” is {off.length === 0 ? 'back in the shop' : 'no longer archived'}.
        </p>
      </DoneNotice>
    )
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
