import { caretAfter } from './caret.ts'
import { MESSAGES, type ErrorCode } from './errors.ts'

interface Rules {
  /** The text to show. */
  format: (text: string, isDeleting: boolean) => string
  errorOf: (text: string) => ErrorCode | null
  changed: () => void
}

export interface Field {
  name: string
  text: () => string
  fill: (text: string) => void
  /** The error, if any; a hidden field has none. */
  error: () => ErrorCode | null
  /** Shows or clears the error. */
  check: () => ErrorCode | null
  focus: () => void
  blur: () => void
}

/** Binds a text field: formats while typing, validates on blur. */
export function bindField(name: string, rules: Rules): Field {
  const input = find(`payment-${name}Input`, HTMLInputElement)
  const place = find(`payment-${name}Field`, HTMLElement)

  const error = () => (place.hidden ? null : rules.errorOf(input.value))

  function show(code: ErrorCode | null): void {
    find(`payment-${name}Error`, HTMLElement).textContent = code === null ? '' : MESSAGES[code]
    input.setAttribute('aria-invalid', String(code !== null))
    place.classList.toggle('Field--invalid', code !== null)
    input.classList.toggle('Input--invalid', code !== null)
    input.classList.toggle('Input--empty', input.value === '')
  }

  function format(isDeleting: boolean): void {
    const { value, selectionStart } = input
    const formatted = rules.format(value, isDeleting)
    if (formatted === value) return
    const caret = caretAfter(value, selectionStart ?? value.length, formatted)
    input.value = formatted
    if (document.activeElement === input) input.setSelectionRange(caret, caret)
  }

  input.addEventListener('input', (event) => {
    format(event instanceof InputEvent && event.inputType.startsWith('delete'))
    const code = error()
    show(code?.startsWith('incomplete') === true ? null : code)
    rules.changed()
  })
  input.addEventListener('blur', () => show(input.value === '' ? null : error()))

  return {
    name,
    text: () => input.value,
    fill: (text) => {
      input.value = rules.format(text, false)
      show(null)
    },
    error,
    check: () => {
      const code = error()
      show(code)
      return code
    },
    focus: () => input.focus(),
    blur: () => input.blur(),
  }
}

/** Finds an element of the sandbox's own page. */
export function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (found instanceof kind) return found
  throw new Error(`the page has no ${kind.name} #${id}`)
}
