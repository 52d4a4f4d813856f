export { ownerIds, requireSession, requireUser, sessionOf } from './guards.ts'
export { createSessions, signToken, type Bearer, type Sessions } from './session.ts'
