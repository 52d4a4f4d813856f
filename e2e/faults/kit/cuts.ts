import type { CutFrom } from '../../stack/network/commands.ts'
import { cutOff } from '../../stack/network/lifecycle.ts'
import type { Member } from '../../stack/settings/members.ts'
import type { Trial } from './trial.ts'

/** Why a scenario that cuts members off may not run. */
export const NO_NETWORK = 'members cannot be cut off without root and `ip` (iproute2)'

/** Cuts a member off while work lasts, also when it fails. */
export async function whileCutOff(
  { shop, expected }: Trial,
  { name, from }: { name: Member; from: CutFrom },
  work: () => Promise<unknown>,
): Promise<void> {
  if (shop.network === undefined) throw new Error(NO_NETWORK)
  const mend = await cutOff(shop.network, name, from)
  const end = expected.interruptions.of(name)
  try {
    await work()
  } finally {
    await mend()
    end()
  }
}
