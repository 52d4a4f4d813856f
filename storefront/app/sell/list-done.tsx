import { DoneNotice } from './done-notice.tsx'
import { RestoreButton } from './restore.tsx'

interface ListDoneProps {
  id: string
  title: string
  archived: boolean
}

export function ListDone({ id, title, archived }: ListDoneProps) {
  if (!archived)
    return (
      <DoneNotice>
        <p>“{title}” is back in the shop.</p>
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
