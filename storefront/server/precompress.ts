import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Glob } from 'bun'

const [folder = 'build/client'] = process.argv.slice(2)

// The server sends these as they are: nothing is compressed twice.
for await (const file of new Glob('**/*.{js,css,svg}').scan({ cwd: folder, absolute: true })) {
  const bytes = await Bun.file(file).bytes()
  await Promise.all([
    Bun.write(`${file}.br`, brotliCompressSync(bytes)),
    Bun.write(`${file}.gz`, gzipSync(bytes, { level: 9 })),
  ])
}
