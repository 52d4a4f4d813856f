export {
  currentTraceparent,
  endWith,
  inRequestSpan,
  inSpan,
  inSpanBelow,
  linkTo,
  startSpan,
  traceHeaders,
} from './span.ts'
export { isTracing, startTracing } from './start.ts'
