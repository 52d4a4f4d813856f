export { Changes } from './changes.ts'
export { LimitReached, createLimit } from './limit.ts'
export { AGAIN, untilWritten } from './until-written.ts'
