import { text } from 'node:stream/consumers'
import { strToU8, zipSync } from 'fflate'
import type { Client } from 'minio'
import { StackFailure } from '../system/failure.ts'

/** Creates a user, or changes its key, and gives it a policy; throws `StackFailure` unless MinIO has done so. */
export async function importUser(
  root: Client,
  { accessKey, secretKey }: { accessKey: string; secretKey: string },
  policy: object,
): Promise<void> {
  // The only call of the admin API whose body is not encrypted in MinIO's own way.
  const path = { bucketName: 'minio', objectName: 'admin/v3/import-iam-v2' }
  const archive = zipSync({
    'iam-assets/policies.json': json({ [accessKey]: policy }),
    'iam-assets/users.json': json({ [accessKey]: { secretKey, status: 'enabled' } }),
    'iam-assets/user_mappings.json': json({ [accessKey]: { version: 1, policy: accessKey } }),
  })
  const body = Buffer.from(archive)
  const response = await root.makeRequestAsync({ method: 'PUT', ...path }, body, [200], 'us-east-1')
  const { added } = JSON.parse(await text(response)) as { added: Added }
  const hasPolicy = added.userPolicies?.some((mapped) => accessKey in mapped) === true
  if (!hasPolicy) throw new StackFailure(`MinIO did not create ${accessKey} as asked`)
}

interface Added {
  userPolicies?: Record<string, string[]>[]
}

const json = (value: object) => strToU8(JSON.stringify(value))
