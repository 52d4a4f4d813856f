import { MAX_ALT } from '@shop/shared/contracts'
import { Icon } from '../../ui/icon.tsx'
import { UploadPreview } from './preview.tsx'
import type { Upload } from './uploads.ts'
import { useUploads } from './use-uploads.ts'

interface UploadListProps {
  product: string
}

export function UploadList({ product }: UploadListProps) {
  const { uploads, announcement } = useUploads(product)
  return (
    <>
      <p className="sr" role="status">
        {announcement}
      </p>
      {uploads.length > 0 && (
        <ul className="uploads" aria-label="Uploads">
          {uploads.map((upload) => (
            <Row key={upload.key} upload={upload} />
          ))}
        </ul>
      )}
    </>
  )
}

function Row({ upload }: { upload: Upload }) {
  const { queue } = useUploads(upload.product)
  const { key, file, state, isWorthRetrying } = upload
  return (
    <li className={state}>
      <UploadPreview file={file} isFaulty={state === 'failed'} />
      <div className="stack g1">
        <p className="name">{file.name}</p>
        <State upload={upload} />
      </div>
      {state !== 'done' && (
        <div className="upload-actions">
          {state === 'failed' && isWorthRetrying === true && (
            <button
              className="btn text small"
              type="button"
              onClick={({ currentTarget }) => {
                focusOn(currentTarget.nextElementSibling)
                queue.retry(key)
              }}
              aria-label={`Retry ${file.name}`}
            >
              Retry
            </button>
          )}
          <button
            className="btn text small"
            type="button"
            onClick={() => {
              queue.remove(key)
              focusOn(document.querySelector('#pictures'))
            }}
            aria-label={`${state === 'uploading' ? 'Stop uploading' : 'Remove'} ${file.name}`}
          >
            {state === 'uploading' ? 'Stop' : 'Remove'}
          </button>
        </div>
      )}
    </li>
  )
}

/** Moves the focus away from a button that is about to disappear. */
function focusOn(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true })
}

const ALL = 100

function State({ upload }: { upload: Upload }) {
  const { key, percent, reason, isReady, isResizing } = upload
  const barId = `progress-${key}`
  switch (upload.state) {
    case 'waiting':
      if (isReady) return <p className="muted">Waiting</p>
      return <AltField upload={upload} />
    case 'uploading':
      return (
        <>
          <label className="muted" htmlFor={barId}>
            {isResizing === true ? 'Resizing' : progressText(percent)}
          </label>
          <progress id={barId} max={ALL} {...(isResizing !== true && { value: percent })}>
            {percent}%
          </progress>
        </>
      )
    case 'done':
      return (
        <p className="stock">
          <Icon name="check" />
          Added
        </p>
      )
    case 'failed':
      return <p className="error">{reason}</p>
    default:
      return upload.state satisfies never
  }
}

const progressText = (percent: number) =>
  percent < ALL ? `Uploading, ${percent}%` : 'Uploaded, processing'

function AltField({ upload: { key, product, file, alt, altError } }: { upload: Upload }) {
  const { queue } = useUploads(product)
  const [id, errorId] = [`alt-${key}`, `alt-error-${key}`]
  return (
    <>
      <label className="muted" htmlFor={id}>
        What it shows (optional)<span className="sr">, {file.name}</span>
      </label>
      <input
        className="input compact"
        id={id}
        value={alt}
        maxLength={MAX_ALT}
        autoComplete="off"
        onChange={(event) => queue.describe(key, event.target.value)}
        {...(altError !== undefined && { 'aria-invalid': true, 'aria-describedby': errorId })}
      />
      {altError !== undefined && (
        <p className="error" id={errorId}>
          <span className="sr">Error: </span>
          {altError}
        </p>
      )}
    </>
  )
}
