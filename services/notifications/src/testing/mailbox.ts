import { expect } from 'bun:test'
import { eventually, readStack } from '@shop/shared/testing'

interface Caught {
  subject: string
  text: string
  html: string
  to: { address: string }[]
  headers: Record<string, string>
}

/** The mails to an address in the stack's mailbox. */
export async function mailsTo(address: string): Promise<Caught[]> {
  const { mail } = await readStack()
  const all = (await (await fetch(`${mail.url}/api/email`)).json()) as Caught[]
  return all.filter(({ to }) => to.some((recipient) => recipient.address === address))
}

/** Waits for the only mail to an address. */
export function mailTo(address: string): Promise<Caught> {
  return eventually(async () => {
    const mails = await mailsTo(address)
    expect(mails).toHaveLength(1)
    return mails[0] as Caught
  })
}
