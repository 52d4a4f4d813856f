import { useLocation } from '@remix-run/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Notice } from '../ui/notice.tsx'

/** Takes the focus, because the pressed button is gone. */
export function DoneNotice({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const { key } = useLocation()
  useEffect(() => box.current?.focus(), [key])
  return (
    <div className="done" ref={box} tabIndex={-1}>
      <Notice kind="ok">{children}</Notice>
    </div>
  )
}
