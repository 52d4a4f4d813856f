export { Changes } from './changes.ts'
export { LimitReached, createLimit } from './limit.ts'
