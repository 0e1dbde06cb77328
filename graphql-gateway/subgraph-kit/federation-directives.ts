// The directives of the federation specification, as SDL to be added to a subgraph that uses them.
// Source: https://specs.apollo.dev/federation/v2.9

const everywhere =
  'FIELD_DEFINITION | INTERFACE | OBJECT | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION'
const guarded = 'FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM'

const definitions: Readonly<Record<string, string>> = {
  key: '(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE',
  requires: '(fields: FieldSet!) on FIELD_DEFINITION',
  provides: '(fields: FieldSet!) on FIELD_DEFINITION',
  external: '(reason: String) on OBJECT | FIELD_DEFINITION',
  shareable: 'repeatable on OBJECT | FIELD_DEFINITION',
  extends: 'on OBJECT | INTERFACE',
  override: '(from: String!, label: String) on FIELD_DEFINITION',
  inaccessible: `on ${everywhere}`,
  tag: `(name: String!) repeatable on ${everywhere} | SCHEMA`,
  composeDirective: '(name: String!) repeatable on SCHEMA',
  interfaceObject: 'on OBJECT',
  authenticated: `on ${guarded}`,
  requiresScopes: `(scopes: [[String!]!]!) on ${guarded}`,
  policy: `(policies: [[String!]!]!) on ${guarded}`,
  cost: '(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR',
  listSize:
    '(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION',
}

/** SDL of one federation directive under the name by which the subgraph imported it; null for a name unknown to the specification. */
export function federationDirective(name: string, importedAs: string): string | null {
  const rest = Object.hasOwn(definitions, name) ? definitions[name] : undefined
  if (rest === undefined) return null
  return `directive @${importedAs}${rest.startsWith('(') ? '' : ' '}${rest}`
}

/** Definitions every federation 2 subgraph needs besides its directives. */
export const federationTypes = `
scalar FieldSet
scalar _Any
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
directive @link(url: String!, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
type _Service { sdl: String! }
`
