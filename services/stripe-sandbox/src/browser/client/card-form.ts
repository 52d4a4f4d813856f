import { addFonts, applyAppearance } from './card-form/appearance.ts'
import { find } from './card-form/field.ts'
import { openForm } from './card-form/form.ts'
import type { Call, Commands, Message, Setup } from './protocol.ts'

window.addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<Setup>) => {
  if (source === window.parent && port !== undefined) start(port, data)
})

function start(port: MessagePort, { key, appearance, fonts, options }: Setup): void {
  const notify = (message: Message) => port.postMessage(message, [])
  addFonts(fonts)
  const colorScheme = applyAppearance(appearance)
  const form = openForm(key, options, (state) => notify({ notice: 'change', ...state }))
  const commands: Commands = { ...form, setAppearance: applyAppearance }

  async function answer({ data: { id, command, args } }: MessageEvent<Call>): Promise<void> {
    const run = commands[command] as (...args: unknown[]) => unknown
    notify({ notice: 'response', id, result: await run(...args) })
  }

  port.addEventListener('message', (event: MessageEvent<Call>) => void answer(event))
  port.start()
  followFocus(notify)
  followSize(notify)
  notify({ notice: 'ready', colorScheme })
}

function followFocus(notify: (message: Message) => void): void {
  const form = find('payment-form', HTMLElement)
  form.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget === null) notify({ notice: 'focus' })
  })
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget === null) notify({ notice: 'blur' })
  })
  form.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') notify({ notice: 'escape' })
  })
}

function followSize(notify: (message: Message) => void): void {
  const observer = new ResizeObserver(() =>
    notify({ notice: 'resize', height: Math.ceil(document.body.getBoundingClientRect().height) }),
  )
  observer.observe(document.body)
}
