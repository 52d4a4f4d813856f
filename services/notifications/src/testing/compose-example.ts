import type { Kind } from '../domain/message.ts'
import { compose, type Mail } from '../mail/compose.ts'
import { exampleData, IDS, WORDS, type Words } from './messages.ts'

export const KEYS = {
  origin: 'https://corner.example',
  orderKey: 'o'.repeat(32),
  accountKey: 'a'.repeat(32),
}

/** The mail of a kind, with people's words of the test's choice; the first seller has the name, too. */
export function composeExample(
  kind: Kind,
  words: Words = WORDS,
  shop = 'Mara Lind Ceramics',
): Mail {
  const names = new Map([
    [IDS.mara, shop],
    [IDS.spin, 'Second Spin'],
  ])
  const to = 'ana@example.com'
  const data = exampleData(words)[kind]
  return compose(
    { _id: `${kind}:1`, kind, to, data },
    { domain: 'corner.example', keys: KEYS },
    names,
  )
}
