import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { cacheFolder } from '../settings/paths.ts'
import { freeResources } from '../settings/resources.ts'
import { exec, lastLines, type ExecOptions } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'
import { progressBar } from '../system/progress.ts'

const FLAGS = ['-trimpath', '-buildvcs=false', '-ldflags=-s -w']
// Nobody debugs these servers; this saves an eighth of the compiler's work.
const WITHOUT_DEBUG_INFORMATION = '-gcflags=all=-dwarf=false'
const UNCOLLECTED_GB = 1.5
const PACKAGE = /^\S+$/

const workFolder = () => join(cacheFolder(), 'go-work')

export interface GoBuild {
  go: string
  module: string
  folder: string
  report: (state: string) => void
  /** Resolves when the processor is free for the compiler; modules are downloaded before. */
  turn: Promise<unknown>
}

/** Builds a Go module's command into a folder, with modules and build cache of its own. */
export async function goInstall({ go, module, folder, report, turn }: GoBuild): Promise<void> {
  report('downloading modules')
  const downloaded = await run(go, ['mod', 'download', '-json', module])
  // Inside the module its own go.sum verifies what it needs.
  const cwd = /"Dir": "([^"]+)"/.exec(downloaded)?.[1]
  if (cwd === undefined) throw new StackFailure(`${module} was not downloaded`)
  const flags = [...FLAGS, WITHOUT_DEBUG_INFORMATION]
  await run(go, ['list', '-deps', '.'], { cwd })
  report('waiting for the other tools')
  await turn
  const list = ['list', ...flags, '-deps', '-f', '{{if .Stale}}{{.ImportPath}}{{end}}', '.']
  const listed = await run(go, list, { cwd })
  const total = listed.split('\n').filter((line) => PACKAGE.test(line)).length
  let count = 0
  const onLine = (line: string) => {
    if (!PACKAGE.test(line)) return
    count += 1
    report(`${progressBar(count, total)} ${count} of ${total} packages`)
  }
  await run(go, ['build', '-v', ...flags, '-o', folder, '.'], { cwd, onLine })
}

/** Deletes Go's modules and build cache, which take gigabytes. */
export async function dropGoCaches(): Promise<void> {
  await rm(workFolder(), { recursive: true, force: true })
}

/** Lets each of the compiler's processes skip garbage collection up to a limit, where memory allows. */
export function collectorSettings(memoryGb: number, processes: number): Record<string, string> {
  const limitGb = memoryGb / 2 / processes
  return limitGb < UNCOLLECTED_GB
    ? {}
    : { GOGC: 'off', GOMEMLIMIT: `${Math.floor(limitGb * 1024)}MiB` }
}

async function run(go: string, args: string[], options: ExecOptions = {}): Promise<string> {
  const { memoryGb } = freeResources(cacheFolder())
  const { ok, out } = await exec([go, ...args], {
    ...options,
    env: {
      ...collectorSettings(memoryGb, availableParallelism()),
      GOROOT: '',
      GOPATH: join(workFolder(), 'path'),
      GOCACHE: join(workFolder(), 'build'),
      GOMODCACHE: join(workFolder(), 'modules'),
      GOFLAGS: '-modcacherw',
      GOWORK: 'off',
      GOTOOLCHAIN: 'local',
      GO111MODULE: 'on',
      CGO_ENABLED: '0',
    },
  })
  if (!ok) throw new StackFailure(lastLines(out))
  return out
}
