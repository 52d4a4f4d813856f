// Browsers clean these up before they send a path. Servers do not agree on what they mean, so a route that
// is kept inside could be reached by one: nginx takes a backslash for a letter, others for a slash.
const AMBIGUOUS = [
  String.raw`\x5c|%5c`,
  '//|%2f',
  String.raw`/(\.|%2e)(\.|%2e)?(/|\?|$)`,
  '%[01][0-9a-f]|%7f',
]

/** A map that tells which request targets are refused; the query may hold anything. */
export function targetMap(): string {
  const patterns = AMBIGUOUS.map((pattern) => `    "~*^[^?]*(${pattern})" 1;`)
  return `  map $request_uri $door_refuses {
    default 0;
${patterns.join('\n')}
  }`
}

/** Refuses an ambiguous target, in a location: at the level of a server the error page would be refused as well. */
export const REFUSE_TARGETS = 'if ($door_refuses) { return 400; }'
