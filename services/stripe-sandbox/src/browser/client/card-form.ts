import { addFonts, applyAppearance } from './card-form/appearance.ts'
import { find } from './card-form/field.ts'
import { openForm } from './card-form/form.ts'
import type { Call, Commands, Message, Setup } from './protocol.ts'

window.addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<Setup>) => {
  if (source === window.parent && port !== undefined) start(port, data)
})

function start(port: MessagePort, { key, appearance, fonts, options }: Setup): void {
  const tell = (message: Message) => port.postMessage(message, [])
  addFonts(fonts)
  const colorScheme = applyAppearance(appearance)
  const form = openForm(key, options, (state) => tell({ notice: 'change', ...state }))
  const commands: Commands = { ...form, setAppearance: applyAppearance }

  async function answer({ data: { id, command, args } }: MessageEvent<Call>): Promise<void> {
    const run = commands[command] as (...args: unknown[]) => unknown
    tell({ notice: 'reply', id, result: await run(...args) })
  }

  port.addEventListener('message', (event: MessageEvent<Call>) => void answer(event))
  port.start()
  followFocus(tell)
  followSize(tell)
  tell({ notice: 'ready', colorScheme })
}

function followFocus(tell: (message: Message) => void): void {
  const form = find('payment-form', HTMLElement)
  form.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget === null) tell({ notice: 'focus' })
  })
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget === null) tell({ notice: 'blur' })
  })
  form.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') tell({ notice: 'escape' })
  })
}

function followSize(tell: (message: Message) => void): void {
  const observer = new ResizeObserver(() =>
    tell({ notice: 'resize', height: Math.ceil(document.body.getBoundingClientRect().height) }),
  )
  observer.observe(document.body)
}
