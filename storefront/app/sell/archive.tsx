import { Link } from '@remix-run/react'
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { ArchiveQuestion } from './archive-question.tsx'

interface ArchiveLinkProps {
  product: { id: string; title: string }
  className: string
  children: ReactNode
}

/** Asks in a dialog; without script, on a page of its own. */
export function ArchiveLink({ product, className, children }: ArchiveLinkProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isAsking, setIsAsking] = useState(false)
  const titleId = `archive-${product.id}`
  const ask = (event: MouseEvent) => {
    event.preventDefault()
    setIsAsking(true)
  }

  useEffect(() => {
    if (isAsking) dialog.current?.showModal()
  }, [isAsking])

  return (
    <>
      <Link className={className} to={`/sell/products/${product.id}?archive=1`} onClick={ask}>
        {children}
      </Link>
      {isAsking && (
        <dialog
          className="dialog"
          ref={dialog}
          aria-labelledby={titleId}
          onClose={() => setIsAsking(false)}
        >
          <ArchiveQuestion product={product} titleId={titleId}>
            <button
              className="btn quiet"
              type="button"
              autoFocus
              onClick={() => dialog.current?.close()}
            >
              Keep product
            </button>
          </ArchiveQuestion>
        </dialog>
      )}
    </>
  )
}
