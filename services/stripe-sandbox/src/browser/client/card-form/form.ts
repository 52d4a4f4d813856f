import type { Commands, ElementOptions, FormState, StripeError } from '../protocol.ts'
import { defaultAddress, hiddenFields } from './billing.ts'
import { createToken } from './create-token.ts'
import { MESSAGES } from './errors.ts'
import { find } from './field.ts'
import { arrange, bindFields, choose, typedCard } from './fields.ts'

/** The card form and the commands that the shop may send it. */
export function openForm(
  key: string,
  given: ElementOptions,
  notify: (state: FormState) => void,
): Omit<Commands, 'setAppearance'> {
  let options: ElementOptions = {}
  const fields = bindFields(() => notify(state()))
  const { country, number, expiry, cvc, postalCode } = fields
  const texts = [number, expiry, cvc, postalCode]

  const state = (): FormState => ({
    empty: [number, expiry, cvc].every((field) => field.text() === ''),
    complete: texts.every((field) => field.error() === null),
  })

  function setOptions(changes: ElementOptions): void {
    const [before, after] = [defaultAddress(options), defaultAddress(changes)]
    options = changes
    if (after.country !== before.country) choose(country, after.country)
    if (after.postal_code !== before.postal_code) postalCode.fill(after.postal_code ?? '')
    find('payment-fields', HTMLFieldSetElement).disabled = options.readOnly === true
    arrange(country.value, hiddenFields(options))
  }

  function submit(): { error?: StripeError } {
    const [first] = texts.filter((field) => field.check() !== null)
    first?.focus()
    const code = first?.error() ?? null
    if (code === null) return {}
    return { error: { type: 'validation_error', code, message: MESSAGES[code] } }
  }

  country.addEventListener('change', () => {
    arrange(country.value, hiddenFields(options))
    postalCode.fill('')
    notify(state())
  })
  choose(country, undefined)
  setOptions(given)

  return {
    setOptions,
    submit,
    createConfirmationToken: async (params) => {
      const { error } = submit()
      return error === undefined ? createToken(key, typedCard(fields), params) : { error }
    },
    focus: () => number.focus(),
    blur: () => texts.forEach((field) => field.blur()),
    clear: () => {
      for (const field of texts) field.fill('')
      notify(state())
    },
  }
}
