import { afterEach } from 'bun:test'
import { GlobalRegistrator } from '@happy-dom/global-registrator'

// The page's own fetch would refuse to call another origin; all else is the browser's.
const { fetch, Response, Headers, AbortController, AbortSignal } = globalThis
GlobalRegistrator.register({ url: 'https://ecommerce.local/' })
Object.assign(globalThis, { fetch, Response, Headers, AbortController, AbortSignal })

const { cleanup } = await import('@testing-library/react')
afterEach(cleanup)
