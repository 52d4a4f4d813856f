import type { FormState, Notice, Setup } from '../protocol.ts'
import { openCardFrame, type CardFrame } from './frame.ts'

const LOAD_LIMIT_MS = 15_000
/** Space for focus rings, which the iframe would clip. */
const OUTSET_PX = 4

const LOAD_ERROR = { type: 'api_connection_error', message: 'The card form could not be loaded.' }

type Emit = (name: string, details?: object) => void

export interface MountedForm extends Pick<CardFrame, 'call'> {
  setColorScheme: (scheme: string) => void
  remove: () => void
}

/** Mounts the card form in a container of the shop and forwards its messages. */
export function mountForm(
  container: Element,
  base: URL,
  setup: () => Setup,
  emit: Emit,
): MountedForm {
  const { iframe, call } = openCardFrame(base, setup, follow)
  const { style } = iframe
  const timer = setTimeout(() => emit('loaderror', { error: LOAD_ERROR }), LOAD_LIMIT_MS)

  // An iframe is opaque when its color scheme differs from that of its page.
  const setColorScheme = (scheme: string) => style.setProperty('color-scheme', scheme)

  function follow(notice: Notice): void {
    if (notice.notice === 'ready') show(notice.colorScheme)
    if (notice.notice === 'resize') style.height = `${notice.height}px`
    else if (notice.notice === 'change') emit('change', changeOf(notice))
    else emit(notice.notice)
  }

  function show(scheme: string): void {
    clearTimeout(timer)
    setColorScheme(scheme)
    style.visibility = 'visible'
  }

  Object.assign(style, {
    width: `calc(100% + ${2 * OUTSET_PX}px)`,
    margin: `-${OUTSET_PX}px`,
    height: '0',
    visibility: 'hidden',
  })
  iframe.addEventListener('load', () => emit('loaderstart'))
  container.classList.add('StripeElement')
  container.replaceChildren(iframe)
  return {
    call,
    setColorScheme,
    remove: () => {
      clearTimeout(timer)
      iframe.remove()
      container.classList.remove('StripeElement')
    },
  }
}

function changeOf({ empty, complete }: FormState) {
  return { empty, complete, collapsed: false, value: { type: 'card' } }
}
