export interface ErrorWords {
  code: string
  title: string
  text: string
  /** Whether the same address may work in a moment. */
  isWorthRetrying: boolean
}

const lasting = (code: string, title: string, text: string): ErrorWords => ({
  code,
  title,
  text,
  isWorthRetrying: false,
})

const NOT_READ = 'Go back and send the form again, or start anew.'

const WORDS: Record<number, ErrorWords> = {
  400: lasting('400', 'This could not be read', NOT_READ),
  404: lasting(
    '404',
    'There is nothing at this address',
    'The product may have moved, or the link may be incomplete.',
  ),
  405: lasting('405', 'This page takes no forms', NOT_READ),
  413: lasting('413', 'This is too large', 'Send less text, or a smaller picture.'),
  415: lasting('415', 'This kind of form is not accepted', NOT_READ),
  503: {
    code: '503',
    title: 'This is not available right now',
    text: 'A part of the shop does not answer. Your cart is safe. Try again in a moment.',
    isWorthRetrying: true,
  },
}

const BROKEN: ErrorWords = {
  code: '500',
  title: 'This page did not load',
  text: 'Something on our side did not work. Your cart is safe. Try again in a moment.',
  isWorthRetrying: true,
}

/** Instead of a page that could not be loaded without a connection. */
export const OFFLINE: ErrorWords = {
  code: 'Offline',
  title: 'You are offline',
  text: 'This page could not be loaded. Your cart is safe. Try again when you are connected.',
  isWorthRetrying: true,
}

/** What a page says that ended with a status. */
export function errorWords(status: number): ErrorWords {
  return WORDS[status] ?? BROKEN
}
