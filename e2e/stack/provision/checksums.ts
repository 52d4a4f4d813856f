/** The architecture in the names of releases. */
export const ARCH = process.arch === 'arm64' ? 'arm64' : 'amd64'

/** SHA-256 of releases: from go.dev, from the Dockerfile of NATS Streaming's official image, and, for MinIO, as many projects pin it. */
export const SHA256 = {
  amd64: {
    go: 'd0f743b33e8d8945e6b1f432edd15785c70507121d6e2a723b21285eddf8b57b',
    natsStreaming: '10f25b100a5b9a7389882883259790d599b557a16ddde1accdfcf9361e19b2f9',
    minio: '7c5bd8512c6e966455b1d198209358b2d191c77a83ab377c4073281065fb855f',
  },
  arm64: {
    go: '211ffced9dcb9633a55eac6364816ec0ddd951389a740e88fa8b3337971bdda0',
    natsStreaming: 'caf2839d14c610d9d62afeb9022ee36aa4ff5adc86d0402bb7e1a5d7f5e7d26f',
    minio: '5c83cd2cf151717ba0243f73e1c7802ff36e272b67144bdd7f1f7d684fd6f03d',
  },
}[ARCH]
