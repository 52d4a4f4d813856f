import { createContext, useContext, useSyncExternalStore } from 'react'
import type { UploadQueue } from './upload-queue.ts'
import { NO_UPLOADS } from './uploads.ts'

/** Shared by all seller pages, so that uploads survive navigation. */
export const UploadContext = createContext<UploadQueue | null>(null)

export function useUploads(product: string) {
  const queue = useContext(UploadContext)
  if (queue === null) throw new Error('There is no queue of uploads here')
  const { list, announcement } = useSyncExternalStore(queue.subscribe, queue.now, () => NO_UPLOADS)
  return { queue, announcement, uploads: list.filter((upload) => upload.product === product) }
}
