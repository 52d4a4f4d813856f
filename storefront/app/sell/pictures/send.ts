import { fitPicture } from './fit.ts'

export type UploadResult =
  | { isStored: true }
  | { isStored: false; reason: string; isWorthRetrying: boolean }

export interface OutgoingPicture {
  productId: string
  file: File
  alt: string
}

export interface SendOptions {
  signal: AbortSignal
  /** Called before a large picture is resized. */
  onResize: () => void
  onProgress: (percent: number) => void
}

export type Send = (picture: OutgoingPicture, options: SendOptions) => Promise<UploadResult>

const LOST = 'The connection was lost. Try again.'
const TOO_LARGE =
  'It’s too large, and this browser can’t resize it. Save it with at most 25 megapixels and 5 MB.'
const LATER = 'It couldn’t be stored right now. Try again in a moment.'

export const sendPicture: Send = async (picture, options) => {
  const file = await fitPicture(picture.file, options.onResize)
  if (file === null) return { isStored: false, reason: TOO_LARGE, isWorthRetrying: false }
  if (options.signal.aborted) return { isStored: false, reason: LOST, isWorthRetrying: true }
  return post({ ...picture, file }, options)
}

/** Uses XMLHttpRequest, because fetch() reports no upload progress. */
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

/** Statuses that the same picture would get again. */
const ABOUT_THE_PICTURE = new Set([400, 404, 413, 415])

export function outcomeOf(status: number, body: string): UploadResult {
  if (status === 201) return { isStored: true }
  const isWorthRetrying = !ABOUT_THE_PICTURE.has(status)
  return { isStored: false, reason: reasonOf(status, body), isWorthRetrying }
}

function reasonOf(status: number, body: string): string {
  if (status === 401 || status === 403)
    return 'You were signed out. Sign in again in another tab, then try again.'
  if (status === 404) return 'This product no longer exists.'
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
