export { ownerIds, requireSession, requireUser, sessionOf } from './guards.ts'
export { newPrivateKey, publicKeyFor } from './keys.ts'
export { createRevocations } from './revocations.ts'
export { TOKEN_LIFE_S, createSessions, signToken, type Bearer, type Sessions } from './session.ts'
