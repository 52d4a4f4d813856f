import { context, diag, propagation, trace, type DiagLogger } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { loadConfig } from '../config/index.ts'
import type { Log } from '../log/index.ts'
import { tracingConfig } from './config.ts'
import { samplerOf } from './sampler.ts'

let isStarted = false

/** Whether spans are sent anywhere. */
export const isTracing = () => isStarted

/** Sends the spans of this process to the configured address; returns what sends the rest at the end. */
export function startTracing(program: string, log: Log): () => Promise<void> {
  const config = loadConfig(tracingConfig)
  if (config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return async () => {}
  isStarted = true
  diag.setLogger(warnings(log))
  context.setGlobalContextManager(new AsyncLocalStorageContextManager())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': program, 'service.namespace': 'shop' }))
    .merge(detectResources({ detectors: [envDetector] }))
  // Bounded: what does not fit into its queue is dropped.
  const spanProcessors = [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })]
  const provider = new TracerProvider({ resource, sampler: samplerOf(config), spanProcessors })
  trace.setGlobalTracerProvider(provider)
  return () => provider.shutdown()
}

/** An address that does not respond must not stop the shop. */
function warnings(log: Log): DiagLogger {
  const warn = (message: string) => log.warn({ reason: message }, 'spans cannot be sent')
  const ignore = () => {}
  return { error: warn, warn, info: ignore, debug: ignore, verbose: ignore }
}
