import { useFetcher } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { useEffect, useRef, type FormEvent, type MouseEvent } from 'react'
import type { FormFault } from '../../forms/parse-form.ts'
import { FaultNotice } from '../../ui/fault-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Picture } from '../../ui/picture.tsx'
import { namesOf } from './order.ts'

interface PictureUploadListProps {
  product: Pick<ProductResponse, 'id' | 'images'>
}

/** The pictures that a product shows, in their order; buttons move and remove them. */
export function PictureUploadList({ product: { id, images } }: PictureUploadListProps) {
  const { Form, state, data } = useFetcher<{ pictures?: FormFault } | FormFault>()
  const { list, status, note } = usePictureFocus(images)
  const isBusy = state !== 'idle'
  const names = namesOf(images)
  const fault = data !== undefined && 'values' in data ? data : data?.pictures
  return (
    <Form method="post" action={`/sell/products/${id}`} aria-label="Pictures" onSubmit={note}>
      <input type="hidden" name="intent" value="change-pictures" />
      <ul className="uploads" ref={list} hidden={images.length === 0}>
        {images.map(({ url, alt }, index) => (
          <li key={url}>
            <Picture url={url} alt="" view="thumb" />
            <div>
              <p className="name">{alt}</p>
              <p className="muted">{index === 0 ? 'First picture' : `Picture ${index + 1}`}</p>
            </div>
            <div className="upload-actions">
              {images.length > 1 && (
                <>
                  <Move name="up" value={names[index]} isOff={isBusy || index === 0}>
                    {`Move picture ${index + 1} up`}
                  </Move>
                  <Move
                    name="down"
                    value={names[index]}
                    isOff={isBusy || index === images.length - 1}
                  >
                    {`Move picture ${index + 1} down`}
                  </Move>
                </>
              )}
              <button
                className="btn text small"
                name="remove"
                value={names[index]}
                aria-disabled={isBusy}
                onClick={(event) => stopIf(isBusy, event)}
              >
                Remove<span className="sr"> picture {index + 1}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      <p className="sr" role="status">
        {isBusy ? '' : status}
      </p>
      {!isBusy && <FaultNotice fault={fault} />}
    </Form>
  )
}

interface MoveProps {
  name: 'up' | 'down'
  value: string | undefined
  isOff: boolean
  children: string
}

function Move({ name, value, isOff, children }: MoveProps) {
  return (
    <button
      className="move"
      name={name}
      value={value}
      aria-label={children}
      aria-disabled={isOff}
      onClick={(event) => stopIf(isOff, event)}
    >
      <Icon name={name} />
    </button>
  )
}

function stopIf(isOff: boolean, event: MouseEvent): void {
  if (isOff) event.preventDefault()
}

interface Pressed {
  name: string
  value: string
  at: number
}

/** Keeps the focus where it was when pictures change places, and says where they are now. */
function usePictureFocus(images: ProductResponse['images']) {
  const list = useRef<HTMLUListElement>(null)
  const pressed = useRef<Pressed | null>(null)
  const told = useRef('')

  useEffect(() => {
    if (pressed.current === null) return
    const { name, value, at } = pressed.current
    pressed.current = null
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>(`[name=${name}]`) ?? [])]
    const button =
      name === 'remove'
        ? buttons[Math.min(at, buttons.length - 1)]
        : buttons.find((each) => each.value === value)
    const next = button ?? document.getElementById('pictures')
    next?.focus()
  }, [images])

  return {
    list,
    status: told.current,
    note(this: void, { nativeEvent, currentTarget }: FormEvent<HTMLFormElement>) {
      const { submitter } = nativeEvent as SubmitEvent
      if (!(submitter instanceof HTMLButtonElement)) return
      const { name, value } = submitter
      const all = [...currentTarget.querySelectorAll<HTMLButtonElement>(`[name=${name}]`)]
      pressed.current = { name, value, at: all.indexOf(submitter) }
      told.current = toldOf(pressed.current)
    },
  }
}

function toldOf({ name, at }: Pressed): string {
  if (name === 'remove') return 'The picture is removed'
  const place = at + 1 + (name === 'up' ? -1 : 1)
  return place === 1 ? 'It is the first picture now' : `It is picture ${place} now`
}
