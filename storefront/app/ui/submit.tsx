import { useEffect, useState, type MouseEvent, type ReactNode } from 'react'

interface SubmitProps {
  children: ReactNode
  /** Whether what it set off is under way; a second press then does nothing. */
  isPending: boolean
  /** Whether it cannot be pressed yet. */
  isOff?: boolean
  /** A verb for that time: Adding…, Saving… */
  pendingText: string
  className?: string
  name?: string
  value?: string
}

const FLICKER_MS = 150

/** A button that submits its form once. */
export function Submit({
  children,
  isPending,
  isOff = false,
  pendingText,
  className = '',
  ...rest
}: SubmitProps) {
  const isShown = useLasting(isPending)
  const isStopped = isPending || isOff
  const stop = (event: MouseEvent) => {
    if (isStopped) event.preventDefault()
  }
  return (
    <button className={`btn ${className}`} aria-disabled={isStopped} onClick={stop} {...rest}>
      {isShown && <span className="spin" aria-hidden="true" />}
      {isShown ? pendingText : children}
    </button>
  )
}

/** Whether something lasts longer than a flicker. */
function useLasting(isOn: boolean): boolean {
  const [isLasting, setIsLasting] = useState(false)
  useEffect(() => {
    if (!isOn) {
      setIsLasting(false)
      return undefined
    }
    const timer = setTimeout(() => setIsLasting(true), FLICKER_MS)
    return () => clearTimeout(timer)
  }, [isOn])
  return isOn && isLasting
}
