import { useEffect, useRef, type MouseEvent } from 'react'

interface Fault {
  fields: Record<string, string>
  message?: string | undefined
}

interface ErrorSummaryProps {
  fault: Fault | undefined
  /** The id of a field; otherwise its name. */
  idOf?: (name: string) => string
}

/** Errors of a form with links to its fields; takes the focus when it appears. */
export function ErrorSummary({ fault, idOf = (name) => name }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (fault !== undefined) box.current?.focus()
  }, [fault])
  if (fault === undefined) return null
  const errors = Object.entries(fault.fields)
  return (
    <div className="errors" role="alert" tabIndex={-1} ref={box} aria-labelledby="problem">
      <h2 id="problem">There is a problem</h2>
      {fault.message !== undefined && <p>{fault.message}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(([field, message]) => (
            <li key={field}>
              <a href={`#${idOf(field)}`} onClick={focusField}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Following the link would be a navigation, which ends the errors before they are mended. */
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  event.preventDefault()
  document.getElementById(event.currentTarget.hash.slice(1))?.focus()
}
