import type { Appearance, Commands, ElementOptions, FontSource } from '../protocol.ts'
import { createEmitter, type Listener } from './emitter.ts'
import { IntegrationError } from './integration-error.ts'
import { mountForm, type MountedForm } from './mounted-form.ts'

/** What an element inherits from its group. */
export interface Group {
  base: URL
  key: string
  appearance: () => Appearance
  fonts: FontSource[]
}

interface State {
  options: ElementOptions
  form: MountedForm | null
  isDestroyed: boolean
}

/** The Payment Element: its handle for the shop and its internals for the group. */
export function createPaymentElement(group: Group, options: ElementOptions, forget: () => void) {
  const state: State = { options, form: null, isDestroyed: false }
  return {
    handle: createHandle(group, state, forget),
    options: () => state.options,
    async applyAppearance(): Promise<void> {
      const scheme = await state.form?.call('setAppearance', group.appearance())
      if (scheme !== undefined) state.form?.setColorScheme(scheme)
    },
    /** Calls the mounted form; throws when none is mounted. */
    ask<K extends 'submit' | 'createConfirmationToken'>(
      command: K,
      ...args: Parameters<Commands[K]>
    ) {
      if (state.form === null)
        throw new IntegrationError('The Payment Element must be mounted before it is used.')
      return state.form.call(command, ...args)
    },
  }
}

export type PaymentElement = ReturnType<typeof createPaymentElement>

function createHandle(group: Group, state: State, forget: () => void) {
  const { key, base, appearance, fonts } = group
  const events = createEmitter()
  const setup = () => ({ key, appearance: appearance(), fonts, options: state.options })
  const emit = (name: string, details: object = {}) =>
    events.emit(name, { elementType: 'payment', ...details })

  const handle = {
    on: (name: string, listener: Listener) => (events.on(name, listener), handle),
    once: (name: string, listener: Listener) => (events.once(name, listener), handle),
    off: (name: string, listener?: Listener) => (events.off(name, listener), handle),
    mount(target: string | Element): void {
      if (state.isDestroyed)
        throw new IntegrationError('This Element was destroyed. Create a new one.')
      handle.unmount()
      state.form = mountForm(containerOf(target), base, setup, emit)
    },
    unmount(): void {
      state.form?.remove()
      state.form = null
    },
    destroy(): void {
      handle.unmount()
      state.isDestroyed = true
      forget()
    },
    update(changes: ElementOptions) {
      state.options = { ...state.options, ...changes }
      void state.form?.call('setOptions', state.options)
      return handle
    },
    collapse: () => handle,
    focus: () => void state.form?.call('focus'),
    blur: () => void state.form?.call('blur'),
    clear: () => void state.form?.call('clear'),
  }
  return handle
}

function containerOf(target: string | Element): Element {
  if (typeof target !== 'string') return target
  const container = document.querySelector(target)
  if (container !== null) return container
  throw new IntegrationError(`There is no DOM element "${target}" to mount the Element in.`)
}
