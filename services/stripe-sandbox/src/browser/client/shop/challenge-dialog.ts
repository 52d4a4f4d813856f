import { createIframe } from './frame.ts'

type Ending = 'ended' | 'abandoned'

/** Shows the 3-D Secure page in a dialog; resolves when the check ends or is abandoned. */
export function showChallenge(url: URL): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>()
  const { dialog, iframe, close } = build(url)

  function receive({ source, data }: MessageEvent<unknown>): void {
    if (source !== iframe.contentWindow || typeof data !== 'object' || data === null) return
    const { challenge, height } = data as { challenge?: string; height?: number }
    if (challenge === 'ended' || challenge === 'abandoned') resolve(challenge)
    if (height !== undefined) iframe.style.height = `${height}px`
  }

  window.addEventListener('message', receive)
  close.addEventListener('click', () => resolve('abandoned'))
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    resolve('abandoned')
  })
  document.body.append(dialog)
  dialog.showModal()
  return promise.finally(() => {
    window.removeEventListener('message', receive)
    dialog.close()
    dialog.remove()
  })
}

function build(url: URL) {
  const iframe = createIframe(url, "Your bank's check")
  const close = document.createElement('button')
  const panel = document.createElement('div')
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-label', 'Confirm your payment')
  close.type = 'button'
  close.textContent = '✕'
  close.setAttribute('aria-label', 'Cancel the payment check')
  Object.assign(dialog.style, BACKDROP)
  Object.assign(panel.style, PANEL)
  Object.assign(iframe.style, FRAME)
  Object.assign(close.style, CLOSE)
  panel.append(iframe, close)
  dialog.append(panel)
  return { dialog, iframe, close }
}

const BACKDROP = {
  boxSizing: 'border-box',
  position: 'fixed',
  inset: '0',
  width: '100%',
  height: '100%',
  maxWidth: 'none',
  maxHeight: 'none',
  margin: '0',
  padding: '1rem',
  border: '0',
  overflow: 'auto',
  background: 'rgb(0 0 0 / 0.6)',
  display: 'grid',
  placeItems: 'center',
}

const PANEL = {
  position: 'relative',
  width: '100%',
  maxWidth: '28rem',
  borderRadius: '0.75rem',
  overflow: 'hidden',
  background: 'Canvas',
}

const FRAME = { width: '100%', height: '28rem', maxHeight: 'calc(100dvh - 2rem)' }

const CLOSE = {
  position: 'absolute',
  top: '0',
  right: '0',
  width: '2.75rem',
  height: '2.75rem',
  border: '0',
  background: 'transparent',
  color: 'CanvasText',
  font: '1.125rem/1 system-ui, sans-serif',
  cursor: 'pointer',
  outlineOffset: '-4px',
}
