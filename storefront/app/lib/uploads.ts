import { MAX_ALT, optionalText } from '@shop/shared/contracts'
import * as v from 'valibot'
import { reasonAgainst } from './picture-files.ts'
import type { Sent } from './send-picture.ts'

/** A picture on its way to a product. */
export interface Upload {
  key: string
  file: File
  /** The product that it is for; NEW while that is not there yet. */
  product: string
  alt: string
  /** What is wrong with `alt`; the picture waits until it is right. */
  altError?: string | undefined
  state: 'waiting' | 'uploading' | 'done' | 'failed'
  percent: number
  /** Whether it is made smaller before it goes out. */
  isShrinking?: boolean
  /** Whether it may leave as soon as those before it have left. */
  isReady: boolean
  reason?: string
  /** Whether the same file may do better another time. */
  isWorthRetrying?: boolean
}

/** What pages show: the pictures, and the last thing that happened to one. */
export interface Uploads {
  list: readonly Upload[]
  told: string
}

/** A change of a picture, and what is told of it if it is news. */
export type Change = [part: Partial<Upload>, told?: string]

/** Where pictures wait until their product is there. */
export const NEW = 'new'

export const NO_UPLOADS: Uploads = { list: [], told: '' }

/** How long the words for a picture may be. */

const HALF = 50
const ALL = 100

/** The pictures with some files more, for a product that has room for so many; what cannot go says why. */
export function withFiles(
  { list, told }: Uploads,
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
  const news = refused === undefined ? told : failed(refused.file, refused.reason)
  return { list: [...list, ...added], told: news }
}

/** The picture that goes out next, if one may. */
export function nextOf({ list }: Uploads): Upload | undefined {
  return list.find(
    ({ state, isReady, product }) => state === 'waiting' && isReady && product !== NEW,
  )
}

/** That a picture begins to go out. */
export function begun({ file }: Upload): Change {
  return [{ state: 'uploading', percent: 0, isShrinking: false }, `Uploading ${file.name}`]
}

/** That a picture is made smaller first. */
export function shrinking({ file }: Upload): Change {
  return [{ isShrinking: true }, `Making ${file.name} smaller`]
}

const Alt = optionalText(MAX_ALT)

/** What a picture shows in words, as its seller types it. */
export function described(alt: string): Partial<Upload> {
  const [issue] = v.safeParse(Alt, alt).issues ?? []
  return { alt, altError: issue?.message }
}

/** That so much of a picture has gone out; half of it is news. */
export function progressed({ file, percent: before }: Upload, percent: number): Change {
  const isNews = before < HALF && percent >= HALF && percent < ALL
  const part = { percent, isShrinking: false }
  return isNews ? [part, `${file.name}: half is uploaded`] : [part]
}

/** What came of a picture. */
export function ended({ file }: Upload, sent: Sent): Change {
  if (sent.isStored) return [{ state: 'done', percent: ALL }, `${file.name} is added`]
  const { reason, isWorthRetrying } = sent
  return [{ state: 'failed', reason, isWorthRetrying }, failed(file, reason)]
}

const takesRoom = ({ product, state }: Upload, wanted: string) =>
  product === wanted && state !== 'failed'

const failed = ({ name }: File, reason = '') => `${name} failed: ${reason}`
