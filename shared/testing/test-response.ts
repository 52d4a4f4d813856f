export type TestResponse = Awaited<ReturnType<typeof toTestResponse>>

/** The status, headers and parsed body of a response; the body is a string when it is not JSON. */
export async function toTestResponse(response: Response) {
  const { status, headers } = response
  return { status, headers, body: parsed(await response.text()) }
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
