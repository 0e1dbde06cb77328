// The TypeScript of a subgraph's SDL, printed by GraphQL Code Generator: entities, arguments, enums, and `Resolvers`.
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers'
import { Kind, parse, visit } from 'graphql'

/** What a subgraph has beside its SDL. */
export interface PrintOptions {
  /** Types of the schema whose parents are not of the schema's own shape: each stands as `<Type>Mapper` in `mappers.ts`. */
  readonly mapped: readonly string[]
}

/** TypeScript of scalars that GraphQL does not specify. One that is missing here is refused: `any` would hide a mistake. */
const scalars = { ID: { input: 'string', output: 'string' }, JSON: 'unknown', _FieldSet: 'string' }

const config = {
  federation: true,
  contextType: '@shuxiang/subgraph-kit#SubgraphContext',
  scalars,
  strictScalars: true,
  enumsAsTypes: true,
  useTypeImports: true,
  immutableTypes: true,
  skipTypename: true,
  // A resolver is a function: the objects with `resolve` that some servers take are none of ours.
  makeResolverTypeCallable: true,
  // An object that a resolver answers with says null where there is nothing.
  // Which resolvers a subgraph may leave out is worked out from what the parents bring (resolver-types.ts).
  avoidOptionals: { field: true, resolvers: true, query: true, mutation: true, subscription: true },
}

/**
 * The text of `types.generated.ts`, not formatted. A type that the SDL names and does not define is made when the
 * subgraph is put together (the kinds that are installed): its mapper says what resolvers see of it.
 * Errors: `Error` of the generator for SDL that does not parse, an unknown scalar, or a mapper of an unknown type.
 */
export async function printTypes(sdl: string, { mapped }: PrintOptions): Promise<string> {
  const document = parse(sdl)
  // Directives speak to the composer and the gateway, not to resolvers.
  const definitions = document.definitions.filter(({ kind }) => kind !== Kind.DIRECTIVE_DEFINITION)
  const defined = new Set(definitions.flatMap((each) => ('name' in each && each.name ? each.name.value : [])))
  const named = new Set<string>()
  visit(document, { NamedType: ({ name }) => void named.add(name.value) })
  const stray = mapped.find((type) => !defined.has(type) && !named.has(type))
  if (stray) throw new Error(`mappers.ts has ${stray}Mapper, but the SDL has no type ${stray}.`)
  const given = mapped.filter((type) => !defined.has(type))
  const mapper = (type: string): [string, string] => [type, `./mappers.ts#${type}Mapper`]
  const text = await codegen({
    filename: 'types.generated.ts',
    schema: {
      ...document,
      definitions: [...definitions, ...given.flatMap((type) => parse(`scalar ${type}`).definitions)],
    },
    documents: [],
    plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
    pluginMap: { typescript, typescriptResolvers },
    config: {
      ...config,
      scalars: { ...scalars, ...Object.fromEntries(given.map(mapper)) },
      mappers: Object.fromEntries(mapped.filter((type) => defined.has(type)).map(mapper)),
    },
  })
  return corrected(text)
}

const withDefault = '{ [P in K]-?: NonNullable<T[P]> }'

/** Two things that the generator says are not so here. */
function corrected(text: string): string {
  // It is written only where some field takes arguments.
  if (text.includes('RequireFields') && !text.includes(withDefault))
    throw new Error('The generator writes RequireFields in another way now: look at corrected() again.')
  return (
    text
      // A client may say null to a nullable argument that has a default.
      .replace(withDefault, '{ [P in K]-?: Exclude<T[P], undefined> }')
      // A type of the graph may be called Record, which is then no longer TypeScript's; nothing is read of these objects.
      .replaceAll(/\bRecord<[^<>]*>/g, 'object')
  )
}
