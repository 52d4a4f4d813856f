import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  context,
  propagation,
  trace,
  type Attributes,
  type Context,
  type Span,
  type TextMapGetter,
} from '@opentelemetry/api'

export interface SpanOptions {
  kind: keyof typeof SpanKind
  attributes?: Attributes
}

const tracer = trace.getTracer('shop')

/** Runs work as a span below the current one; without a current one there is none. */
export function inSpan<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  return trace.getActiveSpan() === undefined ? work() : run(name, options, context.active(), work)
}

/** Runs work as a span below one of another process, known by its `traceparent`; without that there is none. */
export function inSpanBelow<T>(
  traceparent: string | undefined,
  name: string,
  options: SpanOptions,
  work: () => Promise<T>,
): Promise<T> {
  return traceparent === undefined ? work() : run(name, options, contextOf(traceparent), work)
}

/** Runs the work of a request as a span below its caller's, or as the first of a trace. */
export function inRequestSpan<T>(
  headers: Headers,
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  return run(name, options, propagation.extract(ROOT_CONTEXT, headers, headerGetter), work)
}

/** Starts a span below the current one, to be ended by the caller; none without a current one that is recorded. */
export function startSpan(name: string, { kind, attributes = {} }: SpanOptions): Span | undefined {
  if (trace.getActiveSpan()?.isRecording() !== true) return undefined
  return tracer.startSpan(name, { kind: SpanKind[kind], attributes })
}

/** Ends a span with the error that ended its work. */
export function endWith(span: Span, error: unknown): void {
  span.recordException(error instanceof Error ? error : String(error))
  span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

/** Says that another trace led to the current span: that of its `traceparent`. */
export function linkTo(traceparent: string | undefined): void {
  if (traceparent === undefined) return
  const linked = trace.getSpanContext(contextOf(traceparent))
  if (linked !== undefined) trace.getActiveSpan()?.addLink({ context: linked })
}

/** The headers that tell another program the current span, recorded or not. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {}
  propagation.inject(context.active(), headers)
  return headers
}

/** The `traceparent` of the current span, to be stored with what it causes; undefined when it is not recorded. */
export function currentTraceparent(): string | undefined {
  return trace.getActiveSpan()?.isRecording() === true ? traceHeaders()['traceparent'] : undefined
}

/** The ids of the current span, for log lines. */
export function traceIds(): { traceId?: string; spanId?: string } {
  const { traceId, spanId } = trace.getActiveSpan()?.spanContext() ?? {}
  return traceId === undefined || spanId === undefined ? {} : { traceId, spanId }
}

async function run<T>(
  name: string,
  { kind, attributes = {} }: SpanOptions,
  parent: Context,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const span = tracer.startSpan(name, { kind: SpanKind[kind], attributes }, parent)
  try {
    const result = await context.with(trace.setSpan(parent, span), work, undefined, span)
    span.end()
    return result
  } catch (error) {
    endWith(span, error)
    throw error
  }
}

const contextOf = (traceparent: string) => propagation.extract(ROOT_CONTEXT, { traceparent })

const headerGetter: TextMapGetter<Headers> = {
  get: (headers, name) => headers.get(name) ?? undefined,
  keys: (headers) => [...headers.keys()],
}
