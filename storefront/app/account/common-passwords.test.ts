import { expect, test } from 'bun:test'
import { isCommonPassword } from './common-passwords.ts'

test.each([
  'password',
  'PassWord1',
  ' qwertyuiop ',
  '12345678',
  '0123456789',
  '987654321',
  'abcdefgh',
  'hgfedcba',
  'aaaaaaaa',
  '########',
])('%p is a common password', (password) => {
  expect(isCommonPassword(password)).toBe(true)
})

test.each(['a teapot on the hill', 'demo-shopper', 'passwords are hard', '13579135', 'zyxabcde'])(
  '%p is not a common password',
  (password) => {
    expect(isCommonPassword(password)).toBe(false)
  },
)
