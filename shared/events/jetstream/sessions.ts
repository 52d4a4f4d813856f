import { connect, type NatsConnection } from '@nats-io/transport-node'
import type { Log } from '../../log/index.ts'
import { within } from '../within.ts'
import { namesFor } from './names.ts'
import { openSession, type Opened, type Session } from './session.ts'
import { authOf, hostsOf } from './urls.ts'

export interface SessionOptions {
  /** Of one server, or of all that form a cluster, separated by commas. */
  url: string
  /** How many servers store the stream. */
  replicas: number
  /** The server's logs name it. */
  clientId: string
  /** Prefix of every subject: keeps parallel tests apart, empty in production. */
  prefix: string
  log: Log
}

const CLOSE_TIMEOUT_MS = 3000
const RETRY_MS = 500
const CONNECT_OPTIONS = {
  // To one server: the next may be up.
  timeout: 2000,
  pingInterval: 3000,
  maxPingOut: 2,
  maxReconnectAttempts: -1,
  reconnectTimeWait: RETRY_MS,
  ignoreAuthErrorAbort: true,
}

/** Keeps a session open: a new one after each lost connection, and whenever one is given up. */
export class Sessions {
  readonly #options: SessionOptions
  readonly #listeners: ((session: Session) => void)[] = []
  #connection: NatsConnection | null = null
  #current: Session | null = null
  #isClosing = false

  constructor(options: SessionOptions) {
    this.#options = options
    void this.#run()
  }

  get current(): Session | null {
    return this.#current
  }

  /** Calls the listener with each new session, and with the current one. */
  onOpen(listener: (session: Session) => void): void {
    this.#listeners.push(listener)
    if (this.#current !== null) listener(this.#current)
  }

  async close(): Promise<void> {
    this.#isClosing = true
    this.#current?.lose('closed')
    // Acknowledgements may still be on their way.
    if (this.#connection === null) return
    await within(CLOSE_TIMEOUT_MS, [this.#connection.flush()])
    await within(CLOSE_TIMEOUT_MS, [this.#connection.close()])
  }

  async #run(): Promise<void> {
    const { url, clientId, log } = this.#options
    const options = { servers: hostsOf(url), name: clientId, ...authOf(url), ...CONNECT_OPTIONS }
    while (!this.#isClosing) {
      try {
        const connection = await connect(options)
        this.#connection = connection
        if (this.#isClosing) return await connection.close()
        void this.#watch(connection)
        await this.#open(connection)
        await connection.closed()
      } catch (error) {
        log.debug({ error }, 'the broker cannot be reached')
      }
      await Bun.sleep(RETRY_MS)
    }
  }

  /** The client reconnects by itself, possibly to a server that lost its store. */
  async #watch(connection: NatsConnection): Promise<void> {
    for await (const { type } of connection.status())
      if (type === 'disconnect') this.#current?.lose(type)
  }

  async #open(connection: NatsConnection): Promise<void> {
    const { log, prefix, replicas } = this.#options
    while (this.#current === null && !this.#isClosing && !connection.isClosed()) {
      try {
        // What is asked while the client connects again is lost.
        await connection.flush()
        const opened = await openSession(connection, namesFor(prefix), replicas)
        // Another connection may have been faster.
        if (this.#current === null) this.#begin(connection, opened)
      } catch (error) {
        log.debug({ error }, 'the stream does not respond')
        await connection.reconnect()
        await Bun.sleep(RETRY_MS)
      }
    }
  }

  #begin(connection: NatsConnection, opened: Opened): void {
    const { log } = this.#options
    const controller = new AbortController()
    const lose = (why: unknown) => {
      if (this.#current !== session) return
      this.#current = null
      controller.abort()
      if (this.#isClosing) return
      log.warn({ reason: String(why) }, 'broker connection lost; reconnecting')
      void this.#open(connection)
    }
    const leave = (why: unknown) => {
      if (this.#current === session) void connection.reconnect()
      lose(why)
    }
    const session = { ...opened, signal: controller.signal, lose, leave }
    this.#current = session
    log.info('connected to the broker')
    for (const listener of this.#listeners) listener(session)
  }
}
