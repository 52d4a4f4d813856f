import { createContext, useContext } from 'react'

/** The CSP nonce; browsers hide it, so it is only set on the server. */
export const NonceContext = createContext('')

export const useNonce = () => useContext(NonceContext)
