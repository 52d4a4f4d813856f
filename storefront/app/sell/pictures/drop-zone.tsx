import { MAX_PICTURES } from '@shop/shared/contracts'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { PICTURE_TYPES } from './files.ts'
import { useUploads } from './use-uploads.ts'

interface DropZoneProps {
  product: string
  shown: number
  error: string | undefined
  /** Help text without script. */
  plainHelp: string
}

/** Takes chosen or dropped files; without script, its form sends a single one. */
export function DropZone({ product, shown, error, plainHelp }: DropZoneProps) {
  const { queue } = useUploads(product)
  const isHydrated = useHydrated()
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const room = MAX_PICTURES - shown

  const take = () => {
    const files = [...(input.current?.files ?? [])]
    if (files.length === 0 || input.current === null) return
    queue.add(product, files, room)
    // They are in the queue: the form must not send them again.
    input.current.value = ''
  }
  // Also takes files chosen before hydration.
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
      <Icon name="picture" />
      <label htmlFor="image">{isHydrated ? 'Add pictures' : 'Add a picture'}</label>
      <p className="muted" id="image-help">
        {isHydrated ? 'Drop files here or choose them.' : plainHelp}
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
