/** What guessers try first, among all that are long enough; in small letters. */
const COMMON = new Set([
  '11223344',
  '12341234',
  '123456789a',
  '1234qwer',
  '123qweasd',
  '1q2w3e4r',
  '1q2w3e4r5t',
  '1qaz2wsx',
  'a1b2c3d4',
  'aa123456',
  'abcd1234',
  'access14',
  'admin123',
  'asdfasdf',
  'asdfghjkl',
  'baseball',
  'basketball',
  'changeme',
  'charlie1',
  'computer',
  'corner123',
  'dearbook',
  'football',
  'gwerty123',
  'hello123',
  'iloveyou',
  'iloveyou1',
  'internet',
  'jennifer',
  'letmein1',
  'liverpool',
  'michelle',
  'mustang1',
  'p@ssw0rd',
  'pass1234',
  'passw0rd',
  'password',
  'password!',
  'password1',
  'password12',
  'password123',
  'princess',
  'princess1',
  'q1w2e3r4',
  'qwer1234',
  'qwerty12',
  'qwerty123',
  'qwertyui',
  'qwertyuiop',
  'samantha',
  'starwars',
  'sunshine',
  'superman',
  'superman1',
  'trustno1',
  'welcome1',
  'welcome123',
  'whatever',
  'zaq12wsx',
  'zxcvbnm1',
])

const ONE_SIGN = /^(.)\1*$/u
const RUNS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz']

/** Whether a password is one of those that are tried first. */
export function isCommonPassword(password: string): boolean {
  const plain = password.trim().toLowerCase()
  return COMMON.has(plain) || ONE_SIGN.test(plain) || isRun(plain)
}

function isRun(text: string): boolean {
  const backwards = [...text].toReversed().join('')
  return RUNS.some((run) => run.includes(text) || run.includes(backwards))
}
