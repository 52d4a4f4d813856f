export { ownerIds, requireSession, requireUser, sessionOf } from './guards.ts'
export { createRevocations } from './revocations.ts'
export { TOKEN_LIFE_S, createSessions, signToken, type Bearer, type Sessions } from './session.ts'
