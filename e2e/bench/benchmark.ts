import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StackFile } from '@shop/shared/testing'
import { choosePorts } from '../stack/settings/ports.ts'
import { withProgress } from '../stack/system/progress.ts'
import { acceptsConnections, until } from '../stack/system/until.ts'
import { fillCatalogue, type Catalogue } from './catalogue.ts'
import { pin } from './cores.ts'
import { waitUntilIdle } from './cpu.ts'
import type { Effort } from './effort.ts'
import type { Figure } from './figure.ts'
import { LoadProcess } from './load/load-process.ts'
import { observed } from './machine.ts'
import { measureRequests } from './measure/requests.ts'
import { measureSale } from './measure/sale.ts'
import { measureStarts } from './measure/starts.ts'
import { memoryMb } from './proc-figures.ts'
import { startProgram } from './program.ts'
import { scenariosOf } from './scenarios.ts'
import { pidsOf, shopOf, type Shop } from './shop.ts'
import type { Twin } from './verdict.ts'

/** The results of a run. */
export interface Findings {
  figures: Figure[]
  twins: Twin[]
}

/** Runs all measurements on an otherwise idle stack. */
export async function benchmark(
  stack: StackFile,
  folder: string,
  effort: Effort,
): Promise<Findings> {
  const shop = shopOf(stack)
  const services = pidsOf(shop)
  const starts = await withProgress('starting each service again', () =>
    measureStarts(services, stack, effort),
  )
  const catalogue = await withProgress('filling the catalogue', () => fillCatalogue(shop))
  await waitUntilIdle(Object.values(services))
  const { figures, twins } = await withProgress('measuring requests', () =>
    requests(shop, catalogue, folder, effort),
  )
  const sale = await measureSale(shop, catalogue.productIds, effort.sale)
  const peaks = await Promise.all(Object.entries(services).map(peakOf))
  return { figures: [...figures, ...sale, ...starts, ...peaks], twins }
}

async function requests(
  shop: Shop,
  catalogue: Catalogue,
  folder: string,
  effort: Effort,
): Promise<Findings> {
  const raw = await startRaw(catalogue, folder)
  const load = new LoadProcess()
  await pin(load.pid, 'load')
  const findings = await measureRequests(await scenariosOf(shop, catalogue, raw), load, effort)
  load.stop()
  raw.stop()
  return findings
}

async function startRaw({ page }: Catalogue, folder: string) {
  const { storefront: port } = choosePorts('random')
  const listFile = join(folder, 'list.json')
  writeFileSync(listFile, JSON.stringify(page))
  const program = new URL('raw/main.ts', import.meta.url).pathname
  const child = startProgram([process.execPath, program, String(port), listFile])
  await until(() => acceptsConnections(port), { withinMs: 10_000, everyMs: 10 })
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, stop: () => child.kill() }
}

async function peakOf([name, pid]: [string, number]): Promise<Figure> {
  const { result, conditions } = await observed(async () =>
    memoryMb(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmHWM'),
  )
  return {
    name: `${name}: memory, peak`,
    unit: 'MB',
    samples: [{ value: result, ...conditions }],
  }
}
