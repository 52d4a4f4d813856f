import { SellDone } from './done-notice.tsx'
import { SellRestore } from './restore.tsx'

interface SellListDoneProps {
  id: string
  title: string
  archived: boolean
}

/** What was just done to a product of the list, and the way to undo it. */
export function SellListDone({ id, title, archived }: SellListDoneProps) {
  if (!archived)
    return (
      <SellDone>
        <p>“{title}” is in the shop again.</p>
      </SellDone>
    )
  return (
    <SellDone>
      <div className="row">
        <p>“{title}” is archived.</p>
        <SellRestore id={id} className="text small">
          Undo<span className="sr">, restore {title}</span>
        </SellRestore>
      </div>
    </SellDone>
  )
}
