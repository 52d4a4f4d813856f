import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { HOSTS_COMMAND, hostsAreSet } from '../../stack/front-door/hosts.ts'
import { authorityFolder } from '../../stack/front-door/tls.ts'
import { isTrusted, trustCommand } from '../../stack/front-door/trust.ts'
import { find } from '../../stack/provision/find.ts'
import { describe } from '../../stack/provision/install.ts'
import type { Tool } from '../../stack/provision/tool.ts'
import { tools, toolOf, type ToolName } from '../../stack/provision/versions.ts'
import { readAddresses, withoutUser, type Addresses } from '../../stack/settings/addresses.ts'
import { neededPorts } from '../../stack/settings/needs.ts'
import { cacheFolder, dataFolder } from '../../stack/settings/paths.ts'
import { choosePorts, isFree } from '../../stack/settings/ports.ts'
import { freeResources, shortages } from '../../stack/settings/resources.ts'
import { loadSecrets } from '../../stack/settings/secrets.ts'
import { holderOf } from '../../stack/supervisor/proc.ts'
import { isLocked } from '../../stack/system/file-lock.ts'
import { paint } from '../../stack/system/terminal.ts'
import { useGitHooks } from '../git-hooks.ts'

interface Finding {
  state: 'ok' | 'note' | 'fault'
  text: string
  fix?: string
}

const MARKS = { ok: paint('ok   ', 32), note: paint('note ', 33), fault: paint('FAULT', 31) }

/** Prints what is installed, what is missing and how to fix it; returns 1 when the shop could not start. */
export async function doctor(): Promise<number> {
  const data = dataFolder()
  const ports = choosePorts(process.env.STACK_PORTS)
  const addresses = readAddresses(process.env, ports, loadSecrets(data))
  const names = Object.keys(tools) as ToolName[]
  const findings = [
    { state: 'ok' as const, text: `bun ${Bun.version} (${process.execPath})` },
    ...(await Promise.all(names.map((name) => examineTool(name, addresses)))),
    ...examinePorts(data, neededPorts(ports, addresses)),
    examineHosts(),
    await examineAuthority(data),
    ...examineResources(data),
    ...(await examineHooks()),
  ]
  for (const { state, text, fix } of findings)
    console.log(`${MARKS[state]}  ${text}${fix === undefined ? '' : `\n         ${fix}`}`)
  return findings.some(({ state }) => state === 'fault') ? 1 : 0
}

async function examineTool(name: ToolName, addresses: Addresses): Promise<Finding> {
  const elsewhere = externalOf(name, addresses)
  if (elsewhere !== undefined)
    return { state: 'ok', text: `${name}: not needed, ${elsewhere} is used` }
  const found = await find(name)
  if (found !== undefined)
    return { state: 'ok', text: `${name} ${found.version} from the ${found.source}: ${found.path}` }
  const tool: Tool = toolOf(name)
  const ways = tool.methods.map(describe).join('; if that fails, ')
  return {
    state: 'note',
    text: `${name} is missing; the next start installs it: ${ways}`,
    fix: tool.advice,
  }
}

function externalOf(name: ToolName, addresses: Addresses): string | undefined {
  const { mongo, nats, jetstream, minio } = addresses
  const servers: Partial<Record<ToolName, { own: boolean; url: string }>> = {
    mongod: mongo,
    'nats-streaming-server': nats,
    'nats-server': jetstream,
    minio,
    weed: minio,
  }
  const server = servers[name]
  return server === undefined || server.own ? undefined : withoutUser(server.url)
}

function examinePorts(data: string, ports: Partial<Record<string, number>>): Finding[] {
  const isRunning = existsSync(data) && isLocked(join(data, 'lock'))
  if (isRunning) return [{ state: 'ok', text: `ports: the stack of ${data} is running` }]
  const used = Object.entries(ports).filter(([, port]) => port !== undefined && !isFree(port))
  if (used.length === 0) return [{ state: 'ok', text: 'ports: all free' }]
  return used.map(([name, port = 0]) => ({
    state: 'fault',
    text: `port ${port} (${name}) is used by ${holderOf(port)}`,
    fix: `stop it, or choose another port: STACK_PORTS=${name}=<port>, or STACK_PORTS=random`,
  }))
}

function examineHosts(): Finding {
  return hostsAreSet()
    ? { state: 'ok', text: 'hosts: ecommerce.local resolves to this machine' }
    : {
        state: 'note',
        text: 'hosts: ecommerce.local is not set, use localhost',
        fix: HOSTS_COMMAND,
      }
}

async function examineAuthority(data: string): Promise<Finding> {
  const mkcert = await find('mkcert')
  const ca = join(await authorityFolder(mkcert?.path ?? 'mkcert', data), 'rootCA.pem')
  if (!existsSync(ca)) return { state: 'note', text: 'CA: none yet; the first start creates one' }
  return isTrusted(ca)
    ? { state: 'ok', text: `CA: ${ca} is trusted` }
    : {
        state: 'note',
        text: `CA: ${ca} is not trusted here`,
        fix: trustCommand(ca, mkcert?.path ?? 'mkcert'),
      }
}

async function examineHooks(): Promise<Finding[]> {
  const folder = await useGitHooks()
  return folder === undefined ? [] : [{ state: 'ok', text: `git runs the hooks in ${folder}` }]
}

function examineResources(data: string): Finding[] {
  return [data, cacheFolder()].flatMap((folder): Finding[] => {
    const free = freeResources(folder)
    const short = shortages(free, folder)
    if (short.length > 0) return short.map((text) => ({ state: 'fault', text }))
    const text = `${free.diskGb.toFixed(0)} GB of disk free for ${folder}`
    return [{ state: 'ok', text: `${text}, ${free.memoryGb.toFixed(0)} GB of memory` }]
  })
}
