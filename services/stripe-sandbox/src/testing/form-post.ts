import type { Account } from './account.ts'

/** Posts a form to the API without the SDK. */
export function postForm(
  { url, secretKey }: Account,
  path: string,
  body: string,
  headers: Record<string, string> = {},
) {
  return fetch(`${url}${path}`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${secretKey}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  })
}

export const errorOf = async (response: Response) =>
  ((await response.json()) as { error: Record<string, unknown> }).error
