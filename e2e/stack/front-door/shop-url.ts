import type { Ports } from '../settings/ports.ts'
import { hostsAreSet } from './hosts.ts'

const DOOR_HOSTS = ['ecommerce.local', 'localhost', '127.0.0.1', '[::1]']

/** The shop's address for a person or a test on this machine. */
export function shopUrl(ports: Ports): string {
  return address(hostsAreSet() ? 'ecommerce.local' : 'localhost', ports)
}

/** The base address of pictures. */
export function mediaUrl(ports: Ports): string {
  return address(hostsAreSet() ? 'minio-api.local' : 'localhost', ports)
}

/** Every origin of the front door, with and without its port; the first one is the shop's address. */
export function publicOrigins(ports: Ports): string[] {
  const all = DOOR_HOSTS.flatMap((host) => [address(host, ports), `https://${host}`])
  return [...new Set([shopUrl(ports), ...all])]
}

function address(host: string, { https }: Ports): string {
  return https === 443 ? `https://${host}` : `https://${host}:${https}`
}
