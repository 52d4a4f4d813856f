import { useState, type ReactNode } from 'react'

interface FoldProps {
  /** Opens it, for a form with an error; it stays open when the error goes, as its link is followed. */
  isOpen: boolean
  children: ReactNode
}

/** Something that is folded until it is asked for. */
export function Fold({ isOpen, children }: FoldProps) {
  const [wasOpened, setWasOpened] = useState(isOpen)
  if (isOpen && !wasOpened) setWasOpened(true)
  return <details open={wasOpened}>{children}</details>
}
