import { ApiError } from '../rules/api-error.ts'

export interface Keys {
  secretKey: string
  publishableKey: string
}

const MISSING =
  "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."

/** Throws unless the request has a sufficient API key (Bearer, or the user of Basic). */
export function requireKey(
  authorization: string | undefined,
  keys: Keys,
  publishable: boolean,
): void {
  const key = keyIn(authorization ?? '')
  if (key === '') throw new ApiError(401, MISSING)
  if (key === keys.secretKey) return
  if (key !== keys.publishableKey)
    throw new ApiError(401, `Invalid API Key provided: ${masked(key)}`)
  if (!publishable)
    throw new ApiError(
      401,
      'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
      { code: 'secret_key_required' },
    )
}

function keyIn(authorization: string): string {
  const [, scheme = '', value = ''] = /^(\w+)\s+(\S+)$/.exec(authorization) ?? []
  if (/^bearer$/i.test(scheme)) return value
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString().split(':')[0] ?? ''
  return ''
}

const masked = (key: string) => `${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`
