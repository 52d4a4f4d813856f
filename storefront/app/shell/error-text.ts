export interface ErrorText {
  code: string
  title: string
  text: string
  /** Whether the same page may load in a moment. */
  isWorthRetrying: boolean
}

const permanent = (code: string, title: string, text: string): ErrorText => ({
  code,
  title,
  text,
  isWorthRetrying: false,
})

const NOT_READ = 'Go back and submit the form again.'

const TEXTS: Record<number, ErrorText> = {
  400: permanent('400', 'We couldn’t read this', NOT_READ),
  404: permanent(
    '404',
    'This page doesn’t exist',
    'The product may be gone, or the link may be incomplete.',
  ),
  405: permanent('405', 'This page doesn’t accept forms', NOT_READ),
  413: permanent('413', 'This is too large', 'Send less text, or a smaller picture.'),
  415: permanent('415', 'This kind of form isn’t supported', NOT_READ),
  503: {
    code: '503',
    title: 'This isn’t available right now',
    text: 'Part of the shop isn’t responding. Your cart is safe. Try again in a moment.',
    isWorthRetrying: true,
  },
}

const BROKEN: ErrorText = {
  code: '500',
  title: 'This page didn’t load',
  text: 'Something went wrong on our side. Your cart is safe. Try again in a moment.',
  isWorthRetrying: true,
}

export const OFFLINE: ErrorText = {
  code: 'Offline',
  title: 'You’re offline',
  text: 'This page couldn’t be loaded. Your cart is safe. Try again when you’re back online.',
  isWorthRetrying: true,
}

export function errorText(status: number): ErrorText {
  return TEXTS[status] ?? BROKEN
}
