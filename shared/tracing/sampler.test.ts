import { expect, test } from 'bun:test'
import { ROOT_CONTEXT, SpanKind, TraceFlags, trace, type Context } from '@opentelemetry/api'
import { SamplingDecision } from '@opentelemetry/sdk-trace'
import * as v from 'valibot'
import { tracingConfig } from './config.ts'
import { samplerOf } from './sampler.ts'

const LOW = '0'.repeat(31) + '1'
const HIGH = 'f'.repeat(8) + '0'.repeat(24)

const below = (traceFlags: TraceFlags): Context =>
  trace.setSpanContext(ROOT_CONTEXT, {
    traceId: HIGH,
    spanId: 'f'.repeat(16),
    traceFlags,
    isRemote: true,
  })

const CALLERS = {
  none: ROOT_CONTEXT,
  recording: below(TraceFlags.SAMPLED),
  silent: below(TraceFlags.NONE),
}

const configOf = (env: Record<string, string>) => v.parse(v.object(tracingConfig), env)

/** Which of the callers' requests are recorded. */
function recorded(env: Record<string, string>, traceId: string): string[] {
  const sampler = samplerOf(configOf(env))
  return Object.entries(CALLERS).flatMap(([name, context]) => {
    const { decision } = sampler.shouldSample(context, traceId, 'a', SpanKind.SERVER, {}, [])
    return decision === SamplingDecision.RECORD_AND_SAMPLED ? [name] : []
  })
}

test.each([
  [{}, HIGH, ['none', 'recording']],
  [{ OTEL_TRACES_SAMPLER: 'always_on' }, HIGH, ['none', 'recording', 'silent']],
  [{ OTEL_TRACES_SAMPLER: 'always_off' }, HIGH, []],
  [{ OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, HIGH, ['recording']],
  [
    { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' },
    LOW,
    ['none', 'recording'],
  ],
  [
    { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' },
    HIGH,
    ['recording'],
  ],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' }, HIGH, []],
])(
  '%p records, of callers that trace, do not, or decide nothing: %p %p',
  (env, traceId, callers) => {
    expect(recorded(env as Record<string, string>, traceId)).toEqual(callers)
  },
)

test.each([
  { OTEL_TRACES_SAMPLER: 'sometimes' },
  { OTEL_TRACES_SAMPLER_ARG: '2' },
  { OTEL_TRACES_SAMPLER_ARG: '' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' },
])('%p is refused', (env) => {
  expect(() => configOf(env as unknown as Record<string, string>)).toThrow()
})
