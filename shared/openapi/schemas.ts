import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import {
  CartResponse,
  CurrentUserResponse,
  OrderResponse,
  PROBLEM_CODES,
  PaymentResponse,
  ProblemResponse,
  ProductFacets,
  ProductPageResponse,
  ProductResponse,
  SoldOrderResponse,
  UserResponse,
} from '../contracts/index.ts'

/** A JSON Schema or another part of the document. */
export type Json = Record<string, unknown>

const DEFINITIONS = {
  Cart: CartResponse,
  CurrentUser: CurrentUserResponse,
  Order: OrderResponse,
  Payment: PaymentResponse,
  Problem: ProblemResponse,
  Product: ProductResponse,
  ProductFacets,
  ProductPage: ProductPageResponse,
  SoldOrder: SoldOrderResponse,
  User: UserResponse,
}

const OPTIONS = {
  target: 'draft-2020-12',
  // Checks and transformations that JSON Schema cannot express are left out.
  errorMode: 'ignore',
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const

/** The JSON Schema of a body; schemas of the components are referred to. */
export function schemaOf(schema: GenericSchema): Json {
  const {
    $schema: _,
    $defs: __,
    ...own
  } = toJsonSchema(schema, {
    ...OPTIONS,
    definitions: DEFINITIONS,
  })
  return { ...own }
}

/** The JSON Schemas of the parameters of a query, as they are once parsed. */
export function parametersOf(schema: GenericSchema): Record<string, Json> {
  const { properties = {} } = toJsonSchema(schema, { ...OPTIONS, typeMode: 'output' })
  return properties as Record<string, Json>
}

/** The schemas that the document's components name. */
export function componentSchemas(): Record<string, object> {
  const schemas = toJsonSchemaDefs(DEFINITIONS, OPTIONS)
  const { Problem, ...others } = schemas
  const properties = { ...Problem.properties, type: { enum: PROBLEM_CODES.map(problemType) } }
  return { ...others, Problem: { ...Problem, properties } }
}

/** The `type` of a problem. */
export function problemType(code: string): string {
  return `/problems/${code}`
}
