import type { OffReason } from '@shop/shared/contracts'
import { DoneNotice } from './done-notice.tsx'

interface RestoredNoticeProps {
  title: string
  /** What still keeps the product out of the shop. */
  off: readonly OffReason[]
}

export function RestoredNotice({ title, off }: RestoredNoticeProps) {
  return (
    <DoneNotice>
      <p>
        “{title}” is {off.length === 0 ? 'back in the shop' : 'no longer archived'}.
      </p>
    </DoneNotice>
  )
}
