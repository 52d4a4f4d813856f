export { LimitReached, createLimit } from './limit.ts'
