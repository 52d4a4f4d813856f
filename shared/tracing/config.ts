import * as v from 'valibot'

const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

const Ratio = v.pipe(v.string(), v.nonEmpty(), v.toNumber(), v.minValue(0), v.maxValue(1))

/** The standard variables of OpenTelemetry that the programs read themselves; its libraries read others. */
export const tracingConfig = {
  /** Where spans are sent by OTLP over HTTP; without it nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: v.optional(v.pipe(v.string(), v.url())),
  OTEL_TRACES_SAMPLER: v.optional(v.picklist(SAMPLERS), 'parentbased_always_on'),
  /** The part of requests without a decision of their caller that is traced, from 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: v.optional(Ratio, '1'),
}

export type TracingConfig = v.InferOutput<v.ObjectSchema<typeof tracingConfig, undefined>>
