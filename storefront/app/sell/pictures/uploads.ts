import { MAX_ALT, optionalText } from '@shop/shared/contracts'
import * as v from 'valibot'
import { reasonAgainst } from './files.ts'
import type { UploadResult } from './send.ts'

export interface Upload {
  key: string
  file: File
  /** NEW until the product is created. */
  product: string
  alt: string
  /** While set, the picture waits. */
  altError?: string | undefined
  state: 'waiting' | 'uploading' | 'done' | 'failed'
  percent: number
  isResizing?: boolean
  /** Whether it may be sent. */
  isReady: boolean
  reason?: string
  /** Whether sending the same file again may succeed. */
  isWorthRetrying?: boolean
}

/** All uploads, and the latest announcement for screen readers. */
export interface Uploads {
  list: readonly Upload[]
  announcement: string
}

/** A change of an upload, with an announcement if it is news. */
export type Change = [part: Partial<Upload>, announcement?: string]

/** Stands for a product that is not created yet. */
export const NEW = 'new'

export const NO_UPLOADS: Uploads = { list: [], announcement: '' }

const HALF = 50
const ALL = 100

/** Adds files for a product with this much room; refused ones fail with a reason. */
export function withFiles(
  { list, announcement }: Uploads,
  product: string,
  files: Iterable<File>,
  room: number,
): Uploads {
  let left = room - list.filter((upload) => takesRoom(upload, product)).length
  const added = [...files].map((file): Upload => {
    const reason = reasonAgainst(file, left)
    const key = crypto.randomUUID()
    const common = { key, file, product, alt: '', percent: 0, isReady: false }
    if (reason !== null) return { ...common, state: 'failed', reason }
    left -= 1
    return { ...common, state: 'waiting' }
  })
  const refused = added.find(({ reason }) => reason !== undefined)
  const news = refused === undefined ? announcement : failed(refused.file, refused.reason)
  return { list: [...list, ...added], announcement: news }
}

export function nextOf({ list }: Uploads): Upload | undefined {
  return list.find(
    ({ state, isReady, product }) => state === 'waiting' && isReady && product !== NEW,
  )
}

export function started({ file }: Upload): Change {
  return [{ state: 'uploading', percent: 0, isResizing: false }, `Uploading ${file.name}`]
}

export function resizing({ file }: Upload): Change {
  return [{ isResizing: true }, `Resizing ${file.name}`]
}

const Alt = optionalText(MAX_ALT)

export function described(alt: string): Partial<Upload> {
  const [issue] = v.safeParse(Alt, alt).issues ?? []
  return { alt, altError: issue?.message }
}

/** Only half of an upload is announced. */
export function progressed({ file, percent: before }: Upload, percent: number): Change {
  const isNews = before < HALF && percent >= HALF && percent < ALL
  const part = { percent, isResizing: false }
  return isNews ? [part, `${file.name}: half uploaded`] : [part]
}

export function finished({ file }: Upload, sent: UploadResult): Change {
  if (sent.isStored) return [{ state: 'done', percent: ALL }, `${file.name} was added`]
  const { reason, isWorthRetrying } = sent
  return [{ state: 'failed', reason, isWorthRetrying }, failed(file, reason)]
}

const takesRoom = ({ product, state }: Upload, productId: string) =>
  product === productId && state !== 'failed'

const failed = ({ name }: File, reason = '') => `${name} failed: ${reason}`
