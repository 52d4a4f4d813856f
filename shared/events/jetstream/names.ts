/** What the stream of a shop, its subjects and its consumers are called: the contract has colons, NATS has dots. */
export interface Names {
  stream: string
  /** Matches every subject of the stream. */
  all: string
  subject: (subject: string) => string
  consumer: (group: string, subject: string) => string
}

/** The names for a prefix of subjects, such as `test-7.`; without one the stream is called `shop`. */
export function namesFor(prefix: string): Names {
  const stream = prefix.replace(/\.$/, '') || 'shop'
  return {
    stream,
    all: `${stream}.>`,
    subject: (subject) => `${stream}.${subject.replaceAll(':', '.')}`,
    consumer: (group, subject) => `${group}_${subject.replaceAll(':', '_')}`,
  }
}
