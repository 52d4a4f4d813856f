import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { holderOf } from '../supervisor/proc.ts'
import { StackFailure } from '../system/failure.ts'
import { takeLock } from '../system/file-lock.ts'

/** Where everything listens unless it is told otherwise; all below 32768, where no client port is. */
export const DEFAULT_PORTS = {
  https: 8443,
  http: 8080,
  storefront: 3000,
  auth: 3001,
  products: 3002,
  cart: 3003,
  orders: 3004,
  payments: 3005,
  sandbox: 3010,
  mongo: 27117,
  nats: 4322,
  natsMonitor: 8322,
  minio: 9100,
  minioConsole: 9101,
  'auth-1': 3021,
  'products-1': 3022,
  'cart-1': 3023,
  'orders-1': 3024,
  'payments-1': 3025,
}

export type PortName = keyof typeof DEFAULT_PORTS
export type Ports = Record<PortName, number>

const BLOCK = 32
const FIRST_BLOCK = 375
const BLOCKS = 625

/** Chooses the ports: the usual ones, random free ones, or the usual ones with `name=port` changes. */
export function choosePorts(wish: string | undefined): Ports {
  if (wish === undefined || wish === '') return DEFAULT_PORTS
  return wish === 'random' ? randomPorts() : { ...DEFAULT_PORTS, ...parsePorts(wish) }
}

/** Reads `https=9443,mongo=27200`. */
export function parsePorts(text: string): Partial<Ports> {
  const entries = text.split(',').map((entry) => {
    const [name = '', value = ''] = entry.split('=').map((part) => part.trim())
    const port = Number(value)
    if (!(name in DEFAULT_PORTS) || !Number.isInteger(port) || port < 1 || port > 65_535)
      throw new StackFailure(
        `STACK_PORTS: "${entry}" is not understood; give "random" or a list such as https=9443,http=9080 of ${Object.keys(DEFAULT_PORTS).join(', ')}`,
      )
    return [name, port]
  })
  return Object.fromEntries(entries) as Partial<Ports>
}

// The block's lock lives as long as this process, so two runners never choose the same ports.
function randomPorts(): Ports {
  const start = Math.floor(Math.random() * BLOCKS)
  for (let step = 0; step < BLOCKS; step += 1) {
    const block = FIRST_BLOCK + ((start + step) % BLOCKS)
    const ports = Object.fromEntries(
      Object.keys(DEFAULT_PORTS).map((name, index) => [name, block * BLOCK + index]),
    ) as Ports
    const lock = takeLock(join(tmpdir(), `shop-stack-ports-${process.getuid?.()}`, String(block)))
    if (!lock.held) continue
    if (Object.values(ports).every(isFree)) return ports
    lock.release()
  }
  throw new StackFailure('no free block of ports was found below 32768')
}

/** Whether a port of the loopback address can be listened on. */
export function isFree(port: number): boolean {
  try {
    Bun.listen({ hostname: '127.0.0.1', port, socket: { data() {} } }).stop(true)
    return true
  } catch {
    return false
  }
}

/** Fails with every used port and who holds it. */
export function mustBeFree(ports: Partial<Ports>): void {
  const used = Object.entries(ports).filter(([, port]) => !isFree(port))
  if (used.length === 0) return
  const lines = used.map(([name, port]) => `  ${name} ${port}: used by ${holderOf(port)}`)
  throw new StackFailure(
    `ports are in use:\n${lines.join('\n')}\nStop those processes, or choose other ports: STACK_PORTS=random, or STACK_PORTS=${used[0]?.[0]}=<port>`,
  )
}
