// Browsers normalize these before they send a path. Servers disagree about their meaning, so an internal
// route might be reached through one: nginx reads a backslash as a letter, others as a slash.
const AMBIGUOUS = [
  String.raw`\x5c|%5c`,
  '//|%2f',
  String.raw`/(\.|%2e)(\.|%2e)?(/|\?|$)`,
  '%[01][0-9a-f]|%7f',
]

/** An nginx map of the request targets to reject; the query may contain anything. */
export function targetMap(): string {
  const patterns = AMBIGUOUS.map((pattern) => `    "~*^[^?]*(${pattern})" 1;`)
  return `  map $request_uri $door_refuses {
    default 0;
${patterns.join('\n')}
  }`
}

/** Rejects an ambiguous target inside a location: at server level the error page would be rejected too. */
export const REFUSE_TARGETS = 'if ($door_refuses) { return 400; }'
