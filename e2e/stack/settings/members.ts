/** The members of Mongo's set and of JetStream's cluster; the first one runs alone without `--ha`. */
export const MONGO_MEMBERS = ['mongo', 'mongo-1', 'mongo-2'] as const
export const JETSTREAM_MEMBERS = ['jetstream', 'jetstream-1', 'jetstream-2'] as const

export type MongoMember = (typeof MONGO_MEMBERS)[number]
export type JetstreamMember = (typeof JETSTREAM_MEMBERS)[number]
export type Member = MongoMember | JetstreamMember
