import { createContext, useContext } from 'react'

/** The nonce that lets a script of this page run; browsers hide it, so only the server has it. */
export const NonceContext = createContext('')

export const useNonce = () => useContext(NonceContext)
