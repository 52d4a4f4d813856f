import { useEffect, useRef } from 'react'

interface Focused {
  element: HTMLElement
  control: string
  index: number
}

/**
 * Keeps the focus in a list whose entries come and go: when the focused control is removed, the same control of the
 * next entry is focused, else of the last one, else the heading. `data-control` names the controls.
 */
export function useEntryFocus() {
  const box = useRef<HTMLElement>(null)
  const last = useRef<Focused | null>(null)

  const controlsOf = (control: string) =>
    [...(box.current?.querySelectorAll<HTMLElement>('[data-control]') ?? [])].filter(
      ({ dataset }) => dataset['control'] === control,
    )

  useEffect(() => {
    if (last.current === null || last.current.element.isConnected) return
    const { control, index } = last.current
    last.current = null
    const isElsewhere = document.activeElement !== null && document.activeElement !== document.body
    if (isElsewhere) return
    const same = controlsOf(control)
    const next = same[index] ?? same.at(-1) ?? box.current?.querySelector<HTMLElement>('h1, h2')
    next?.focus()
  })

  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const control = target instanceof HTMLElement ? target.dataset['control'] : undefined
      last.current =
        target instanceof HTMLElement && control !== undefined
          ? { element: target, control, index: controlsOf(control).indexOf(target) }
          : null
    }
    const element = box.current
    element?.addEventListener('focusin', note)
    return () => element?.removeEventListener('focusin', note)
  }, [])

  return box
}
