import { describe, expect, test } from 'bun:test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../e2e/stack/settings/paths.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const lines = read('Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const { devDependencies } = JSON.parse(read('package.json')) as {
  devDependencies: Record<string, string>
}

interface Locked {
  optionalDependencies?: Record<string, string>
}
const { packages: locked } = Bun.JSONC.parse(read('bun.lock')) as {
  packages: Record<string, [string, string, Locked?]>
}

/** The instructions of a stage. */
function stage(name: string): string[] {
  const start = lines.findIndex((line) => line.startsWith('FROM') && line.endsWith(` AS ${name}`))
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('FROM'))
  return lines.slice(start, length < 0 ? undefined : start + 1 + length)
}

const programs = [
  ...new Bun.Glob('services/*/package.json').scanSync(root),
  'storefront/package.json',
]

describe('the images', () => {
  test('use one base image, pinned to the tested version of Bun', () => {
    expect(lines[0]).toBe(`ARG BUN_IMAGE=oven/bun:${devDependencies['bun-types']}-alpine`)
    const bases = lines.filter((line) => line.startsWith('FROM')).map((line) => line.split(' ')[1])
    expect(new Set(bases)).toEqual(new Set(['${BUN_IMAGE}', 'packages', 'sources']))
  })

  test('install the packages of all programs in a shared stage', () => {
    const packages = stage('packages')
    for (const path of [...programs, 'shared/package.json'])
      expect(
        packages.filter((line) => line.startsWith('COPY') && line.includes(path)),
      ).toHaveLength(1)
    expect(packages.join('\n')).not.toContain('SERVICE')
    expect(packages.join('\n')).toContain('bun install --frozen-lockfile')
  })

  // A package missing in the registry at locking time is silently left out.
  test('have their native packages for musl in the lock file', () => {
    const linters = /^@?ox/
    const needed = Object.values(locked)
      .flatMap(([, , { optionalDependencies = {} } = {}]) => Object.keys(optionalDependencies))
      .filter((name) => /linux-?musl-(x64|arm64)$|linux-(x64|arm64)-musl$/.test(name))
      .filter((name) => !linters.test(name))
    expect(needed).toContain('@rollup/rollup-linux-x64-musl')
    expect(needed.filter((name) => !(name in locked))).toEqual([])
  })

  test('run as numeric users, which runAsNonRoot requires', () => {
    for (const name of ['packages', 'prod'])
      expect(stage(name).join('\n')).toMatch(/^USER [1-9]\d*:/m)
    expect(stage('dev').join('\n')).not.toContain('USER')
  })

  test('are built from an allow list, with the production stage last', () => {
    expect(lines.at(-1)).toBe('CMD ["bun", "build/main.js"]')
    expect(stage('prod').at(-1)).toBe(lines.at(-1) ?? '')
    expect(read('.dockerignore').split('\n')[0]).toBe('**')
  })

  test('are built from existing programs', () => {
    for (const overlay of ['dev', 'ci', 'prod']) {
      const { images } = Bun.YAML.parse(read(`k8s/overlays/${overlay}/kustomization.yaml`)) as {
        images: { name: string }[]
      }
      for (const { name } of images.filter((image) => image.name.startsWith('shop/'))) {
        const program = name.replace('shop/', '')
        const folder = program === 'storefront' ? program : `services/${program}`
        expect(existsSync(join(root, folder, 'package.json'))).toBe(true)
      }
    }
  })
})
