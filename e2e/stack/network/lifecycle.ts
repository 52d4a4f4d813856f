import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Member } from '../settings/members.ts'
import { exec } from '../system/exec.ts'
import { messageOf } from '../system/failure.ts'
import { readJson, writePrivate } from '../system/private-file.ts'
import { warn } from '../system/terminal.ts'
import { creation, cut, removal, type CutFrom, type IpCommand } from './commands.ts'
import { networkOf, type Network } from './network.ts'

const recordIn = (data: string) => join(data, 'network.json')

/** Makes the network of a data folder; without root or `ip` there is none, and members share this machine's. */
export async function createNetwork(data: string): Promise<Network | undefined> {
  const network = networkOf(data)
  // Before it is there, in case this runner is killed.
  writePrivate(recordIn(data), network)
  try {
    await ip(creation(network))
    return network
  } catch (error) {
    await removeNetwork(data)
    warn(`members cannot be cut off, they share the network of this machine: ${messageOf(error)}`)
    return undefined
  }
}

/** Removes the network of a data folder, also one that a killed runner left behind. */
export async function removeNetwork(data: string): Promise<void> {
  const network = readJson(recordIn(data)) as Network | undefined
  if (network === undefined) return
  // Parts of it may be missing.
  for (const command of removal(network)) await exec(['ip', ...command])
  rmSync(recordIn(data))
}

/** Cuts a member off; returns the function that connects it again. */
export async function cutOff(
  network: Network,
  name: Member,
  from: CutFrom,
): Promise<() => Promise<void>> {
  await ip(cut(network, name, from))
  return () => ip(cut(network, name, from, { isMended: true }))
}

async function ip(commands: readonly IpCommand[]): Promise<void> {
  for (const command of commands) {
    const { ok, out } = await exec(['ip', ...command])
    if (!ok) throw new Error(`ip ${command.join(' ')}: ${out.trim()}`)
  }
}
