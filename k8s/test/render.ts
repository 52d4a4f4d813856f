import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../e2e/stack/settings/paths.ts'
import { newPrivateKey, publicKeyFor } from '../../shared/auth/index.ts'
import { findKubectl } from './kubectl.ts'
import { must } from './npm-package.ts'
import type { KubeObject } from './objects.ts'

export const OVERLAYS = ['dev', 'ci', 'prod', 'observed', 'moving', 'ha', 'ha-ci'] as const
export type Overlay = (typeof OVERLAYS)[number]

let rendered: Promise<Record<Overlay, KubeObject[]>> | undefined

/** The objects of every overlay, rendered by kubectl with example secrets. */
export function renderAll(): Promise<Record<Overlay, KubeObject[]>> {
  return (rendered ??= render())
}

async function render(): Promise<Record<Overlay, KubeObject[]>> {
  const kubectl = await findKubectl()
  const copy = mkdtempSync(join(tmpdir(), 'shop-k8s-'))
  try {
    cpSync(join(root, 'k8s'), copy, { recursive: true })
    for (const overlay of ['dev', 'prod']) fillSecrets(join(copy, 'overlays', overlay))
    const entries = await Promise.all(
      OVERLAYS.map(async (overlay) => {
        const file = join(copy, `${overlay}.yaml`)
        await must([kubectl, 'kustomize', join('overlays', overlay), '--output', file], copy)
        return [overlay, Bun.YAML.parse(readFileSync(file, 'utf8')) as KubeObject[]]
      }),
    )
    return Object.fromEntries(entries) as Record<Overlay, KubeObject[]>
  } finally {
    rmSync(copy, { recursive: true })
  }
}

function fillSecrets(folder: string): void {
  const example = readFileSync(join(folder, 'secrets.env.example'), 'utf8')
  const privateKey = newPrivateKey()
  const keys: Record<string, string> = {
    JWT_PRIVATE_KEY: privateKey,
    JWT_PUBLIC_KEY: publicKeyFor(privateKey),
  }
  const filled = example.replaceAll(
    /^(\w+)=$/gm,
    (_, name: string) => `${name}=${keys[name] ?? 'whatSomebodyFillsInWithThirtyTwo'}`,
  )
  writeFileSync(join(folder, 'secrets.env'), filled)
}
