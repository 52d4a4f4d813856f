import { fitPicture } from './fit.ts'

/** What came of an upload; the reason is for the seller to read. */
export type Sent =
  | { isStored: true }
  | { isStored: false; reason: string; isWorthRetrying: boolean }

export interface Parcel {
  productId: string
  file: File
  alt: string
}

export interface SendOptions {
  signal: AbortSignal
  /** Called when a picture that is too large is made smaller first. */
  onShrink: () => void
  /** Told of each part of the hundred that has left. */
  onProgress: (percent: number) => void
}

export type Send = (parcel: Parcel, options: SendOptions) => Promise<Sent>

const LOST = 'The connection was lost. Try again.'
const TOO_LARGE =
  'It is too large, and this browser cannot make it smaller. Save it with at most 25 megapixels and 5 MB.'
const LATER = 'It could not be stored just now. Try again in a moment.'

/** Sends a picture to the front door, made smaller where that is needed. */
export const sendPicture: Send = async (parcel, options) => {
  const file = await fitPicture(parcel.file, options.onShrink)
  if (file === null) return { isStored: false, reason: TOO_LARGE, isWorthRetrying: false }
  if (options.signal.aborted) return { isStored: false, reason: LOST, isWorthRetrying: true }
  return post({ ...parcel, file }, options)
}

/** By a request of the old kind: fetch() tells nothing of what has left. */
const post: Send = ({ productId, file, alt }, { signal, onProgress }) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const body = new FormData()
    body.set('image', file)
    body.set('alt', alt)
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(Math.round((loaded / total) * 100))
    })
    request.addEventListener('load', () => resolve(outcomeOf(request.status, request.responseText)))
    for (const end of ['error', 'abort'])
      request.addEventListener(end, () =>
        resolve({ isStored: false, reason: LOST, isWorthRetrying: true }),
      )
    signal.addEventListener('abort', () => request.abort())
    request.open('POST', `/api/products/${productId}/images`)
    request.send(body)
  })

/** Answers that the same picture would get again. */
const ABOUT_THE_PICTURE = new Set([400, 404, 413, 415])

/** What an answer to an upload means. */
export function outcomeOf(status: number, body: string): Sent {
  if (status === 201) return { isStored: true }
  const isWorthRetrying = !ABOUT_THE_PICTURE.has(status)
  return { isStored: false, reason: reasonOf(status, body), isWorthRetrying }
}

function reasonOf(status: number, body: string): string {
  if (status === 401 || status === 403)
    return 'You were signed out. Sign in in another tab, then try again.'
  if (status === 404) return 'This product is not there any more.'
  if (status === 429) return 'Too many pictures at once. Try again in a moment.'
  if (status >= 500) return LATER
  return sentence(detailIn(body)) ?? LATER
}

function detailIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { detail?: unknown }).detail
  } catch {
    return undefined
  }
}

function sentence(detail: unknown): string | undefined {
  if (typeof detail !== 'string' || detail === '') return undefined
  return /[.!?]$/.test(detail) ? detail : `${detail}.`
}
