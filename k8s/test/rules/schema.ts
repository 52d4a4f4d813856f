import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromNpm } from '../npm-package.ts'
import { nameOf, type Json, type KubeObject } from '../objects.ts'

const CLIENT = {
  name: '@kubernetes/client-node',
  version: '2.0.1',
  sha512:
    'evJgmEtgArEYlj6DNkMGjK41IrFK/hEwb5lWVxx0VRBWybQpnvi+2TtA19mLgVfRHfqX5yjHObX6e9W7LEZBjw==',
}

const GATEWAY_API = 'gateway.networking.k8s.io/'

interface Attribute {
  name: string
  baseName: string
  type: string
  format: string
}

interface Model {
  getAttributeTypeMap(): Attribute[]
}

/** The schema of Kubernetes objects in the official client. */
export interface Schema {
  models: Record<string, Model>
  folder: string
}

/** Loads the schema, which is downloaded once. */
export async function loadSchema(): Promise<Schema> {
  const folder = join(await fromNpm(CLIENT, async (unpacked) => unpacked), 'dist/gen')
  const models = (await import(join(folder, 'models/all.js'))) as Record<string, Model>
  return { models, folder }
}

/** What a strict API server rejects: unknown kinds and fields, wrong types, missing fields. */
export function schemaFaults(objects: KubeObject[], schema: Schema): string[] {
  return objects.filter(isOfKubernetes).flatMap((object) => {
    const [group, version] = splitVersion(object.apiVersion)
    const model = capital(version) + object.kind
    if (!isServed(object, group, version, schema))
      return [`${nameOf(object)}: ${object.apiVersion} has no such kind`]
    return faultsOf(object as unknown as Json, model, schema, nameOf(object))
  })
}

/** Objects of the Gateway API have a schema of their own. */
const isOfKubernetes = ({ apiVersion }: KubeObject) => !apiVersion.startsWith(GATEWAY_API)

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function splitVersion(apiVersion: string): [group: string, version: string] {
  const [first = '', second] = apiVersion.split('/')
  if (second === undefined) return ['core', first]
  const words = first.replace(/\.k8s\.io$/, '').split('.')
  return [words.map(capital).join(''), second]
}

function isServed({ kind }: KubeObject, group: string, version: string, { folder }: Schema) {
  try {
    const file = join(folder, 'apis', `${capital(group)}${capital(version)}Api.d.ts`)
    return new RegExp(`\\bcreate(Namespaced)?${kind}\\(`).test(readFileSync(file, 'utf8'))
  } catch {
    return false
  }
}

function faultsOf(value: Json, type: string, schema: Schema, path: string): string[] {
  const item = /^(?:Array|Set)<(.*)>$/.exec(type)?.[1]
  if (item !== undefined) return listFaults(value, item, schema, path)
  const entry = /^\{ \[key: string\]: (.*?);? \}$/.exec(type)?.[1]
  if (entry === undefined && schema.models[type] === undefined)
    return scalarFaults(value, type, path)
  if (!isObject(value)) return [`${path}: must be an object`]
  if (entry === undefined) return modelFaults(value, type, schema, path)
  return Object.entries(value).flatMap(([name, each]) =>
    faultsOf(each, entry, schema, `${path}.${name}`),
  )
}

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function listFaults(value: Json, item: string, schema: Schema, path: string): string[] {
  if (!Array.isArray(value)) return [`${path}: must be a list`]
  return value.flatMap((each, index) => faultsOf(each, item, schema, `${path}[${index}]`))
}

function modelFaults(value: Record<string, Json>, type: string, schema: Schema, path: string) {
  const attributes = schema.models[type]?.getAttributeTypeMap() ?? []
  const known = new Map(attributes.map((attribute) => [attribute.baseName, attribute]))
  const missing = requiredOf(type, attributes, schema).filter((name) => !(name in value))
  return [
    ...missing.map((name) => `${path}: ${name} is missing`),
    ...Object.entries(value).flatMap(([name, each]) => {
      const attribute = known.get(name)
      if (attribute === undefined) return [`${path}: unknown field ${name}`]
      return faultsOf(each, wholeType(attribute), schema, `${path}.${name}`)
    }),
  ]
}

const wholeType = ({ type, format }: Attribute) =>
  type === 'number' && format.startsWith('int') ? 'integer' : type

/** The required fields of the client's declarations. */
function requiredOf(type: string, attributes: Attribute[], { folder }: Schema): string[] {
  const declaration = readFileSync(join(folder, 'models', `${type}.d.ts`), 'utf8')
  return attributes
    .filter(({ name }) => declaration.includes(`    '${name}': `))
    .map(({ baseName }) => baseName)
}

const SCALARS: Record<string, (value: Json) => boolean> = {
  any: () => true,
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  IntOrString: (value) => typeof value === 'string' || Number.isInteger(value),
}

function scalarFaults(value: Json, type: string, path: string): string[] {
  const isRight = SCALARS[type]
  if (isRight === undefined) return [`${path}: the schema's type ${type} is not understood`]
  return isRight(value) ? [] : [`${path}: must be ${type}, is ${JSON.stringify(value)}`]
}
