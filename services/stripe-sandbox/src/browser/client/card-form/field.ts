import { caretAfter } from './caret.ts'
import { MESSAGES, type FaultCode } from './faults.ts'

interface Rules {
  /** The text as it is to be shown. */
  format: (text: string, isDeleting: boolean) => string
  faultOf: (text: string) => FaultCode | null
  /** Called when the text has changed. */
  changed: () => void
}

export interface Field {
  name: string
  text: () => string
  fill: (text: string) => void
  /** What is wrong with it; a field that is not shown has no faults. */
  fault: () => FaultCode | null
  /** Shows what is wrong with it, or that nothing is. */
  check: () => FaultCode | null
  focus: () => void
  blur: () => void
}

/** A text field of the form: formatted while one types, and checked when one leaves it. */
export function bindField(name: string, rules: Rules): Field {
  const input = find(`payment-${name}Input`, HTMLInputElement)
  const place = find(`payment-${name}Field`, HTMLElement)

  const fault = () => (place.hidden ? null : rules.faultOf(input.value))

  function show(code: FaultCode | null): void {
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
    const code = fault()
    show(code?.startsWith('incomplete') === true ? null : code)
    rules.changed()
  })
  input.addEventListener('blur', () => show(input.value === '' ? null : fault()))

  return {
    name,
    text: () => input.value,
    fill: (text) => {
      input.value = rules.format(text, false)
      show(null)
    },
    fault,
    check: () => {
      const code = fault()
      show(code)
      return code
    },
    focus: () => input.focus(),
    blur: () => input.blur(),
  }
}

/** An element of the page by its id; the page is the sandbox's own, so it is there. */
export function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (found instanceof kind) return found
  throw new Error(`the page has no ${kind.name} #${id}`)
}
