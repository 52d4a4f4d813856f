import { MAX_PICTURES } from '@shop/shared/contracts'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { PICTURE_TYPES } from './files.ts'
import { useUploads } from './use-uploads.ts'

interface PictureUploadDropProps {
  /** The product that the pictures are for. */
  product: string
  /** How many pictures it shows already. */
  shown: number
  error: string | undefined
  /** What to know where no script runs. */
  plainHelp: string
}

/** Takes files: chosen or dropped ones with script, else one that its form sends. */
export function PictureUploadDrop({ product, shown, error, plainHelp }: PictureUploadDropProps) {
  const { queue } = useUploads(product)
  const isHydrated = useHydrated()
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const room = MAX_PICTURES - shown

  const take = () => {
    const files = [...(input.current?.files ?? [])]
    if (files.length === 0 || input.current === null) return
    queue.add(product, files, room)
    // They are in the queue now: their form must not send them again.
    input.current.value = ''
  }
  // What was chosen before the script ran, too.
  useEffect(take)

  const over = (event: DragEvent, isNow: boolean) => {
    event.preventDefault()
    setIsOver(isNow)
  }
  const drop = (event: DragEvent) => {
    over(event, false)
    queue.add(product, event.dataTransfer.files, room)
  }
  const described = error === undefined ? 'image-help' : 'image-help image-error'
  return (
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={drop}
    >
      <Icon name="upload" />
      <label htmlFor="image">{isHydrated ? 'Add pictures' : 'Add a picture'}</label>
      <p className="muted" id="image-help">
        {isHydrated ? 'Drop files here, or choose some.' : plainHelp}
      </p>
      {error !== undefined && (
        <p className="error" id="image-error">
          <Icon name="danger" />
          <span className="sr">Error: </span>
          {error}
        </p>
      )}
      <input
        ref={input}
        id="image"
        name="image"
        type="file"
        accept={PICTURE_TYPES.join(',')}
        multiple={isHydrated}
        aria-describedby={described}
        {...(error !== undefined && { 'aria-invalid': true })}
        onChange={take}
      />
    </div>
  )
}
