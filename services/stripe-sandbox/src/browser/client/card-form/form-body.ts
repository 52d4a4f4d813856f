/** An object as the form fields that Stripe's API takes: `card[number]=…`. */
export function toFormBody(params: object): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) addFields(body, name, value)
  return body
}

function addFields(body: URLSearchParams, name: string, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number') body.append(name, `${value}`)
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) addFields(body, `${name}[${key}]`, item)
}
