import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../settings/paths.ts'
import { exec, lastLines } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'

const workFolder = () => join(cacheFolder(), 'go-work')

/** Builds a Go module's command into a folder, with modules and build cache of its own. */
export async function goInstall(go: string, module: string, folder: string): Promise<void> {
  const { ok, out } = await exec([go, 'install', '-trimpath', '-ldflags=-s -w', module], {
    cwd: folder,
    env: {
      GOROOT: '',
      GOPATH: join(workFolder(), 'path'),
      GOCACHE: join(workFolder(), 'build'),
      GOMODCACHE: join(workFolder(), 'modules'),
      GOBIN: folder,
      GOFLAGS: '-modcacherw',
      GOTOOLCHAIN: 'local',
      GO111MODULE: 'on',
      CGO_ENABLED: '0',
    },
  })
  if (!ok) throw new StackFailure(lastLines(out))
}

/** Deletes Go's modules and build cache, which take gigabytes. */
export function dropGoCaches(): void {
  rmSync(workFolder(), { recursive: true, force: true })
}
