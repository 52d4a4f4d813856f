import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Glob } from 'bun'

/** Writes compressed copies of text files, so that they are compressed only once. */
export async function precompress(folder: string): Promise<void> {
  const files = new Glob('**/*.{js,css,svg}').scan({ cwd: folder, absolute: true })
  for await (const file of files) {
    const bytes = await Bun.file(file).bytes()
    await Promise.all([
      Bun.write(`${file}.br`, brotliCompressSync(bytes)),
      Bun.write(`${file}.gz`, gzipSync(bytes, { level: 9 })),
    ])
  }
}
