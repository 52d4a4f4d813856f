import type { Send } from './send.ts'
import {
  NEW,
  NO_UPLOADS,
  started,
  described,
  finished,
  nextOf,
  progressed,
  resizing,
  withFiles,
  type Change,
  type Upload,
  type Uploads,
} from './uploads.ts'

/** Uploads pictures one at a time. */
export function createUploadQueue(send: Send) {
  const { now, show, subscribe, change } = createStore()
  const { run, stop } = createRunner({ now, show, subscribe, change }, send)

  const setList = (list: Uploads['list']) => show({ ...now(), list })

  function setReady(product: string, isReady: boolean): void {
    const set = (upload: Upload) =>
      upload.product === product && upload.altError === undefined ? { ...upload, isReady } : upload
    setList(now().list.map(set))
  }

  return {
    now,
    subscribe,
    add(product: string, files: Iterable<File>, room: number): void {
      show(withFiles(now(), product, files, room))
    },
    describe(key: string, alt: string): void {
      change(key, () => [described(alt)])
    },
    remove(key: string): void {
      stop(key)
      setList(now().list.filter((upload) => upload.key !== key))
    },
    retry(key: string): void {
      change(key, () => [{ state: 'waiting', percent: 0, isReady: true }])
      void run()
    },
    /** Holds back a product's pictures that are not being sent yet. */
    hold: (product: string): void => setReady(product, false),
    /** Starts a product's uploads. */
    release(product: string): void {
      setReady(product, true)
      void run()
    },
    /** Gives released pictures of a new product its id. */
    assign(product: string): void {
      const { list } = now()
      const isMeant = (upload: Upload) => upload.product === NEW && upload.isReady
      if (!list.some(isMeant)) return
      setList(list.map((each) => (isMeant(each) ? { ...each, product } : each)))
      void run()
    },
    /** Drops uploads that the product already shows. */
    forgetDone(product: string): void {
      const { list } = now()
      const isGone = (upload: Upload) => upload.product === product && upload.state === 'done'
      if (list.some(isGone)) setList(list.filter((upload) => !isGone(upload)))
    },
  }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>

type Store = ReturnType<typeof createStore>

function createStore() {
  const listeners = new Set<() => void>()
  let uploads = NO_UPLOADS

  function show(next: Uploads): void {
    uploads = next
    for (const listener of listeners) listener()
  }

  return {
    show,
    now: (): Uploads => uploads,
    subscribe(this: void, listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change(this: void, key: string, decide: (upload: Upload) => Change): void {
      let { announcement } = uploads
      const list = uploads.list.map((upload) => {
        if (upload.key !== key) return upload
        const [part, news = announcement] = decide(upload)
        announcement = news
        return { ...upload, ...part }
      })
      show({ list, announcement })
    },
  }
}

function createRunner({ now, change }: Store, send: Send) {
  const aborters = new Map<string, AbortController>()
  let isRunning = false

  async function upload({ key, file, product, alt }: Upload): Promise<void> {
    const aborter = new AbortController()
    aborters.set(key, aborter)
    change(key, started)
    const sent = await send(
      { productId: product, file, alt: alt.trim() },
      {
        signal: aborter.signal,
        onResize: () => change(key, resizing),
        onProgress: (percent) => change(key, (before) => progressed(before, percent)),
      },
    )
    aborters.delete(key)
    change(key, (before) => finished(before, sent))
  }

  return {
    async run(this: void): Promise<void> {
      if (isRunning) return
      isRunning = true
      for (let next = nextOf(now()); next !== undefined; next = nextOf(now())) await upload(next)
      isRunning = false
    },
    stop(this: void, key: string): void {
      aborters.get(key)?.abort()
    },
  }
}
