import { expect } from 'bun:test'
import { eventually } from './eventually.ts'
import { readStack } from './stack-file.ts'

/** A mail in the stack's mailbox. */
export interface CaughtMail {
  subject: string
  text: string
  html: string
  to: { address: string }[]
  headers: Record<string, string>
}

/** The mails to an address in the stack's mailbox. */
export async function mailsTo(address: string): Promise<CaughtMail[]> {
  const { mail } = await readStack()
  const all = (await (await fetch(`${mail.url}/api/email`)).json()) as CaughtMail[]
  return all.filter(({ to }) => to.some((recipient) => recipient.address === address))
}

/** Waits for the only mail to an address, or the only one whose subject has these words; throws after 10 s. */
export function mailTo(address: string, words = ''): Promise<CaughtMail> {
  return eventually(async () => {
    const mails = (await mailsTo(address)).filter(({ subject }) => subject.includes(words))
    expect(mails).toHaveLength(1)
    return mails[0] as CaughtMail
  })
}
