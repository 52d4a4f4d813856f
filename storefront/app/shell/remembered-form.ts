/** What was typed into a form whose submission led to sign-in, or to the cart to accept a new price. */
export interface RememberedForm {
  /** Who typed it; it is restored for nobody else. */
  owner: string
  page: string
  action: string
  fields: [name: string, value: string][]
}

export function ownerOf(user: { id: string; role: string } | null): string {
  return user === null || user.role === 'guest' ? 'guest' : user.id
}

/** Whether the visitor will return from this page to the form. */
export function isDetour(page: string): boolean {
  const [path = '', query] = page.split('?')
  const params = new URLSearchParams(query)
  return path.startsWith('/auth/') ? params.has('lost') : path === '/cart' && params.has('changed')
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const NOT_TYPED = new Set(['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset'])

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  )
}

function isRestorable({ name, type, autocomplete }: Control): boolean {
  return name !== '' && !NOT_TYPED.has(type) && !/password|cc-/.test(autocomplete)
}

const isToggle = (control: Control): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio'

export function captureForm(form: HTMLFormElement, page: string, owner: string): RememberedForm {
  const fields = controlsOf(form)
    .filter((control) => isRestorable(control) && (!isToggle(control) || control.checked))
    .map(({ name, value }): [string, string] => [name, value])
  return { owner, page, action: form.action, fields }
}

export function restoreForm(
  { action, fields }: RememberedForm,
  forms: Iterable<HTMLFormElement>,
): void {
  const form = [...forms].find(
    (each) => each.action === action && fields.every(([name]) => each.elements.namedItem(name)),
  )
  if (form === undefined) return
  const values = Map.groupBy(fields, ([name]) => name)
  const checked = new Set(fields.map((field) => field.join('=')))
  for (const control of controlsOf(form).filter(isRestorable))
    if (!isToggle(control))
      setValue(control, values.get(control.name)?.shift()?.[1] ?? control.value)
    else if (control.checked !== checked.has(`${control.name}=${control.value}`)) control.click()
}

function setValue(control: Control, value: string): void {
  if (control.value === value) return
  // React notices a value set by the native setter, once the event is dispatched.
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')
  own?.set?.call(control, value)
  const type = control instanceof HTMLSelectElement ? 'change' : 'input'
  control.dispatchEvent(new Event(type, { bubbles: true }))
}
