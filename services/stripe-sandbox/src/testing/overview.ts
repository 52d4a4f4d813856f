/** The source and visible text of a page of the overview. */
export async function readPage(url: string, path = '/') {
  const source = await (await fetch(`${url}${path}`)).text()
  const [, body = ''] = source.split(/<main[^>]*>/)
  const text = body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  return { source, text }
}
