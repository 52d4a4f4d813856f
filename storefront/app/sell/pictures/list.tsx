import { useFetcher } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { useEffect, useRef, type FormEvent, type MouseEvent } from 'react'
import type { FormFault } from '../../forms/parse-form.ts'
import { FaultNotice } from '../../ui/fault-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Picture } from '../../ui/picture.tsx'
import { namesOf } from './order.ts'

interface PictureListProps {
  product: Pick<ProductResponse, 'id' | 'images'>
}

export function PictureList({ product: { id, images } }: PictureListProps) {
  const { Form, state, data } = useFetcher<{ pictures?: FormFault } | FormFault>()
  const { list, status, remember } = usePictureFocus(images)
  const isBusy = state !== 'idle'
  const names = namesOf(images)
  const fault = data !== undefined && 'values' in data ? data : data?.pictures
  return (
    <Form method="post" action={`/sell/products/${id}`} aria-label="Pictures" onSubmit={remember}>
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
                  <Move name="up" value={names[index]} isDisabled={isBusy || index === 0}>
                    {`Move picture ${index + 1} up`}
                  </Move>
                  <Move
                    name="down"
                    value={names[index]}
                    isDisabled={isBusy || index === images.length - 1}
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
  isDisabled: boolean
  children: string
}

function Move({ name, value, isDisabled, children }: MoveProps) {
  return (
    <button
      className="move"
      name={name}
      value={value}
      aria-label={children}
      aria-disabled={isDisabled}
      onClick={(event) => stopIf(isDisabled, event)}
    >
      <Icon name={name} />
    </button>
  )
}

function stopIf(isDisabled: boolean, event: MouseEvent): void {
  if (isDisabled) event.preventDefault()
}

interface Pressed {
  name: string
  value: string
  at: number
}

/** Keeps the focus on the pressed button when pictures move, and announces the new position. */
function usePictureFocus(images: ProductResponse['images']) {
  const list = useRef<HTMLUListElement>(null)
  const pressed = useRef<Pressed | null>(null)
  const announcement = useRef('')

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
    status: announcement.current,
    remember(this: void, { nativeEvent, currentTarget }: FormEvent<HTMLFormElement>) {
      const { submitter } = nativeEvent as SubmitEvent
      if (!(submitter instanceof HTMLButtonElement)) return
      const { name, value } = submitter
      const all = [...currentTarget.querySelectorAll<HTMLButtonElement>(`[name=${name}]`)]
      pressed.current = { name, value, at: all.indexOf(submitter) }
      announcement.current = announcementOf(pressed.current)
    },
  }
}

function announcementOf({ name, at }: Pressed): string {
  if (name === 'remove') return 'Picture removed'
  const place = at + 1 + (name === 'up' ? -1 : 1)
  return place === 1 ? 'It’s now the first picture' : `It’s now picture ${place}`
}
