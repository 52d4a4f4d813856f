import { useEffect, useState, type MouseEvent, type ReactNode } from 'react'

interface SubmitProps {
  children: ReactNode
  /** While true, another press does nothing. */
  isPending: boolean
  isDisabled?: boolean
  pendingText: string
  className?: string
  name?: string
  value?: string
}

const FLICKER_MS = 150

export function Submit({
  children,
  isPending,
  isDisabled = false,
  pendingText,
  className = '',
  ...rest
}: SubmitProps) {
  const isShown = useDelayedFlag(isPending)
  const isStopped = isPending || isDisabled
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

/** True once a flag has been set for long enough to be worth showing. */
function useDelayedFlag(isOn: boolean): boolean {
  const [isDelayed, setIsDelayed] = useState(false)
  useEffect(() => {
    if (!isOn) {
      setIsDelayed(false)
      return undefined
    }
    const timer = setTimeout(() => setIsDelayed(true), FLICKER_MS)
    return () => clearTimeout(timer)
  }, [isOn])
  return isOn && isDelayed
}
