import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

interface Cost {
  ln: number
  r: number
  p: number
}

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(
  scrypt,
)

/** OWASP's equivalent of N=2^17, p=1 at an eighth of the memory. */
const COST: Cost = { ln: 14, r: 8, p: 5 }
const SALT_BYTES = 16
const KEY_BYTES = 32
const PHC = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Verified for unknown addresses, so that the response takes as long. */
export const DUMMY_HASH = `$scrypt$ln=14,r=8,p=5$${'A'.repeat(22)}$${'A'.repeat(43)}`

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await keyOf(password, salt, COST)
  return `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${base64(salt)}$${base64(key)}`
}

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, ln, r, p, salt, key] = PHC.exec(hash) ?? []
  if (salt === undefined || key === undefined) return false
  const expected = Buffer.from(key, 'base64')
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) }
  const actual = await keyOf(password, Buffer.from(salt, 'base64'), cost)
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

function keyOf(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  return derive(password, salt, KEY_BYTES, { N: 2 ** ln, r, p })
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
