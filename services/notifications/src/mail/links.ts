import { linkSecret } from '@shop/shared/auth'

export interface LinkKeys {
  origin: string
  orderKey: string
  accountKey: string
}

/** The addresses that a mail to one person links to; secrets are in the fragment, which no server sees. */
export function linksFor(to: string, { origin, orderKey, accountKey }: LinkKeys) {
  const ofAccount = (purpose: 'reset' | 'verify', id: string) =>
    `${origin}/auth/${purpose}#${id}.${linkSecret(accountKey, purpose, { id, address: to })}`
  return {
    order: (id: string) =>
      `${origin}/orders/${id}#${linkSecret(orderKey, 'order', { id, address: to })}`,
    sold: (id: string) => `${origin}/sell/orders/${id}`,
    ownProduct: (id: string) => `${origin}/sell/products/${id}`,
    reset: (tokenId: string) => ofAccount('reset', tokenId),
    verify: (tokenId: string) => ofAccount('verify', tokenId),
    forgot: () => `${origin}/auth/forgot`,
    page: (name: 'contact' | 'delivery' | 'returns') => `${origin}/${name}`,
  }
}

export type Links = ReturnType<typeof linksFor>
