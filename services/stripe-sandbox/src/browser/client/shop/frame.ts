import type { Call, Commands, Message, Notice, Setup } from '../protocol.ts'

let frames = 0

/** An iframe of the sandbox, named like Stripe.js's own. */
export function createIframe(src: URL, title: string): HTMLIFrameElement {
  const iframe = document.createElement('iframe')
  iframe.name = `__privateStripeFrame${++frames}`
  iframe.title = title
  iframe.src = src.href
  // A content security policy may forbid style attributes, but not styles set by scripts.
  Object.assign(iframe.style, { border: '0', display: 'block' })
  return iframe
}

export interface CardFrame {
  iframe: HTMLIFrameElement
  call: <K extends keyof Commands>(
    command: K,
    ...args: Parameters<Commands[K]>
  ) => Promise<Awaited<ReturnType<Commands[K]>>>
}

/** Opens the card form's frame and its message channel. */
export function openCardFrame(
  base: URL,
  setup: () => Setup,
  notify: (notice: Notice) => void,
): CardFrame {
  const iframe = createIframe(new URL('elements/card-form', base), 'Secure payment input frame')
  const opened = Promise.withResolvers<MessagePort>()
  let port = opened.promise
  const waiting = new Map<number, (result: never) => void>()
  let calls = 0

  function receive({ data }: MessageEvent<Message>): void {
    if (data.notice !== 'response') return notify(data)
    waiting.get(data.id)?.(data.result as never)
    waiting.delete(data.id)
  }

  iframe.addEventListener('load', () => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', receive)
    port1.start()
    iframe.contentWindow?.postMessage(setup(), base.origin, [port2])
    // A frame that is moved in the page reloads.
    opened.resolve(port1)
    port = Promise.resolve(port1)
  })

  return {
    iframe,
    call: async (command, ...args) => {
      const open = await port
      const { promise, resolve } = Promise.withResolvers<never>()
      const id = ++calls
      waiting.set(id, resolve)
      open.postMessage({ id, command, args } satisfies Call, [])
      return promise
    },
  }
}
