import { MAX_IMPORT_BYTES } from '@shop/shared/contracts'

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1).replace('.0', '')

/** The text of a chosen file, or what is wrong with it. */
export async function readFile(
  file: FormDataEntryValue | null,
): Promise<{ csv: string; error?: never } | { csv?: never; error: string }> {
  if (!(file instanceof File) || file.size === 0) return { error: 'Choose a CSV file' }
  if (file.size > MAX_IMPORT_BYTES)
    return {
      error: `${megabytes(file.size)} MB is too large. The limit is ${megabytes(MAX_IMPORT_BYTES)} MB.`,
    }
  try {
    return { csv: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) }
  } catch {
    return { error: 'This isn’t a CSV file in UTF-8' }
  }
}
