// Random valid queries over a schema: fields, arguments, aliases, fragments, @skip and @include, `__typename`.
import type { Arbitrary } from 'fast-check'
import fc from 'fast-check'
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql'

/** A query and its variables. */
export interface RandomQuery {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Values for required arguments, by argument name. */
export type ArgumentValues = Readonly<Record<string, readonly (string | number)[]>>

/** Queries of at most `depth` levels. Each alias names one field with one set of arguments, so selections never conflict. */
export function randomQuery(
  schema: GraphQLSchema,
  values: ArgumentValues,
  depth: number,
): Arbitrary<RandomQuery> {
  const root = schema.getQueryType()
  if (!root) throw new Error('The schema has no Query type.')
  return fc
    .tuple(selection(schema, root, values, depth), fc.boolean(), fc.boolean())
    .map(([body, yes, no]) => {
      const used = ['yes', 'no'].filter((name) => body.includes(`$${name}`))
      const declared = used.map((name) => `$${name}: Boolean!`).join(' ')
      return { query: `query${declared ? `(${declared})` : ''} ${body}`, variables: { yes, no } }
    })
}

function selection(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  values: ArgumentValues,
  depth: number,
): Arbitrary<string> {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []
  const usable = fields.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)))
  const parts: Arbitrary<string>[] = usable.map((field) => fieldText(schema, field, values, depth))
  parts.push(fc.constantFrom('__typename', 'kind: __typename'))
  if (isAbstractType(type) && depth > 1)
    for (const possible of schema.getPossibleTypes(type))
      parts.push(
        fc
          .tuple(condition(), selection(schema, possible, values, depth - 1))
          .map(([directive, body]) => `... on ${possible.name}${directive} ${body}`),
      )
  if (depth > 1)
    parts.push(
      fc
        .tuple(condition(), selection(schema, type, values, depth - 1))
        .map(([directive, body]) => `...${directive} ${body}`),
    )
  return fc
    .array(fc.oneof(...parts), { minLength: 1, maxLength: 4 })
    .map((chosen) => `{ __typename ${chosen.join(' ')} }`)
}

function fieldText(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  values: ArgumentValues,
  depth: number,
): Arbitrary<string> {
  const inner = getNamedType(field.type)
  const body = isCompositeType(inner) ? selection(schema, inner, values, depth - 1) : fc.constant('')
  return fc
    .tuple(
      fc.tuple(...field.args.map((argument) => argumentText(argument, values))),
      fc.boolean(),
      condition(),
      body,
    )
    .map(([given, aliased, directive, set]) => {
      const present = given.filter((text) => text !== '')
      const args = present.length > 0 ? `(${present.join(', ')})` : ''
      // The alias says what the arguments are: two fields under one key are then always the same field.
      const suffix = args.replace(/[^A-Za-z0-9]/g, '')
      const alias = suffix !== '' || aliased ? `${field.name}_${suffix}: ` : ''
      return `${alias}${field.name}${args}${directive} ${set}`
    })
}

function argumentText(
  argument: { readonly name: string; readonly type: unknown; readonly defaultValue: unknown },
  values: ArgumentValues,
): Arbitrary<string> {
  const chosen = fc
    .constantFrom(...(values[argument.name] ?? [1]))
    .map((value) => `${argument.name}: ${JSON.stringify(value)}`)
  const required = isNonNullType(argument.type) && argument.defaultValue === undefined
  return required ? chosen : fc.oneof(fc.constant(''), chosen)
}

function condition(): Arbitrary<string> {
  return fc.constantFrom('', '', '', ' @include(if: $yes)', ' @skip(if: $no)', ' @include(if: $no)')
}
