import { COLLECTION, collectionText } from './collection.ts'

await Bun.write(COLLECTION, collectionText())
process.stdout.write(`${COLLECTION}\n`)
