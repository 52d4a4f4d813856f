/** What was typed into a form that led to another page first: to sign in, or to accept a new price. */
export interface KeptForm {
  /** Who typed it; nobody else gets it back. */
  owner: string
  page: string
  action: string
  fields: [name: string, value: string][]
}

/** Who a page belongs to: a user, or whoever is not signed in. */
export function ownerOf(user: { id: string; role: string } | null): string {
  return user === null || user.role === 'guest' ? 'guest' : user.id
}

/** Whether a page that a form led to is one from which its sender comes back. */
export function isToBeKept(page: string): boolean {
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

/** Passwords, cards and files are not kept. */
function isKept({ name, type, autocomplete }: Control): boolean {
  return name !== '' && !NOT_TYPED.has(type) && !/password|cc-/.test(autocomplete)
}

const isTicked = (control: Control): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio'

/** Notes what stands in a form as it is sent. */
export function noteForm(form: HTMLFormElement, page: string, owner: string): KeptForm {
  const fields = controlsOf(form)
    .filter((control) => isKept(control) && (!isTicked(control) || control.checked))
    .map(({ name, value }): [string, string] => [name, value])
  return { owner, page, action: form.action, fields }
}

/** Puts what was typed back into the same form of a page that was opened again. */
export function putBack({ action, fields }: KeptForm, forms: Iterable<HTMLFormElement>): void {
  const form = [...forms].find(
    (each) => each.action === action && fields.every(([name]) => each.elements.namedItem(name)),
  )
  if (form === undefined) return
  const values = Map.groupBy(fields, ([name]) => name)
  const picked = new Set(fields.map((field) => field.join('=')))
  for (const control of controlsOf(form).filter(isKept))
    if (!isTicked(control))
      setValue(control, values.get(control.name)?.shift()?.[1] ?? control.value)
    else if (control.checked !== picked.has(`${control.name}=${control.value}`)) control.click()
}

function setValue(control: Control, value: string): void {
  if (control.value === value) return
  // React looks for changes that it did not make itself, and hears of them by the event.
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')
  own?.set?.call(control, value)
  const type = control instanceof HTMLSelectElement ? 'change' : 'input'
  control.dispatchEvent(new Event(type, { bubbles: true }))
}
