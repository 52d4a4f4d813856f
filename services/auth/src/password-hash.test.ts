import { expect, test } from 'bun:test'
import { DUMMY_HASH, hashPassword, verifyPassword } from './password-hash.ts'

test('a password matches only its own hash, spaces included', async () => {
  const hash = await hashPassword(' pässword ')
  expect(hash).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[^$=]{22}\$[^$=]{43}$/)
  expect(await verifyPassword(' pässword ', hash)).toBe(true)
  expect(await verifyPassword('pässword', hash)).toBe(false)
  expect(await hashPassword(' pässword ')).not.toBe(hash)
})

test('a hash contains its cost: older and stronger ones are verified', async () => {
  // RFC 7914, §12: scrypt("pleaseletmein", "SodiumChloride", 16384, 8, 1), cut to 32 bytes.
  const key = Buffer.from('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2', 'hex')
  const salt = Buffer.from('SodiumChloride').toString('base64').replaceAll('=', '')
  const hash = `$scrypt$ln=14,r=8,p=1$${salt}$${key.toString('base64').replaceAll('=', '')}`
  expect(await verifyPassword('pleaseletmein', hash)).toBe(true)
})

test.each(['', 'plain', '$2b$10$abc', '$scrypt$ln=x,r=8,p=1$a$b', DUMMY_HASH])(
  'nothing matches the hash %p',
  async (hash) => {
    expect(await verifyPassword('password', hash)).toBe(false)
  },
)
