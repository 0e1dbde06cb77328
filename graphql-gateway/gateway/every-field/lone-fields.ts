// Every field of every type, each selected alone under every root, made from the schema and never listed by hand.
import {
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/** One way from the root to one value. */
export interface LoneField {
  /** Names on the way, such as `record.holdings.access`. */
  readonly path: readonly string[]
  /** The field alone. */
  readonly alone: string
  /** The same field with every other field of every type on the way beside it. */
  readonly accompanied: string
}

interface Step {
  readonly name: string
  readonly text: string
  readonly parent: GraphQLObjectType
}

/** A type comes at most twice on a way: a work related to a work, not further. */
const often = 2

/**
 * All ways. `values` gives a required argument, as `field.argument`, its values as they stand in a query; each is
 * tried. Enum values are taken from the schema. What `wholeOnce` gives a name for a type below a field of the root is gone
 * through where that name is met first, and elsewhere only reached.
 * Errors: `Error` naming an argument without a value.
 */
export function loneFields(
  schema: GraphQLSchema,
  values: Readonly<Record<string, readonly string[]>>,
  wholeOnce: (type: string, root: string) => string | null,
): LoneField[] {
  const root = schema.getQueryType()
  return root ? below(root, [], { values, wholeOnce, met: new Set() }).map(written) : []
}

interface Walk {
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly wholeOnce: (type: string, root: string) => string | null
  /** The names of `wholeOnce` that were gone through. */
  readonly met: Set<string>
}

function below(type: GraphQLObjectType, way: readonly Step[], walk: Walk): Step[][] {
  const times = way.filter(({ parent }) => parent === type).length
  if (times >= often) return []
  const fields = Object.values(type.getFields())
  const name = walk.wholeOnce(type.name, way[0]?.name ?? '')
  const reached = name !== null && walk.met.has(name)
  if (name !== null) walk.met.add(name)
  return (reached ? fields.filter(isLeaf).slice(0, 1) : fields).flatMap((field) =>
    callsOf(field, walk.values).flatMap((text) => {
      const here = [...way, { name: field.name, text, parent: type }]
      const next = getNamedType(field.type)
      if (!isObjectType(next)) return [here]
      // Of a record within a record its own fields are asked; all that lies further below is asked from the roots.
      return times > 0 ? [] : below(next, here, walk)
    }),
  )
}

const isLeaf = (field: GraphQLField<unknown, unknown>): boolean =>
  isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument)

/** The field with each choice of its required arguments. */
function callsOf(
  field: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, readonly string[]>>,
): string[] {
  let calls = ['']
  for (const argument of field.args.filter(isRequiredArgument)) {
    const type = getNamedType(argument.type)
    const name = `${field.name}.${argument.name}`
    const choices = isEnumType(type) ? type.getValues().map((each) => each.name) : values[name]
    if (!choices) throw new Error(`Give values for the argument ${name}: the schema requires it.`)
    calls = calls.flatMap((call) =>
      choices.map((choice) => `${call}${call && ', '}${argument.name}: ${choice}`),
    )
  }
  return calls.map((call) => (call === '' ? field.name : `${field.name}(${call})`))
}

function written(way: readonly Step[]): LoneField {
  let alone = ''
  let accompanied = ''
  for (const { text, parent } of way.toReversed()) {
    alone = `{ ${text} ${alone} }`
    // At the root a companion would be another question, not another field of the same thing.
    const beside = parent.name === 'Query' ? [] : Object.values(parent.getFields()).map(shortest)
    const here = `${text} ${accompanied}`.trim()
    // So that the fields of one object share what they are compared with.
    accompanied = `{ ${[...new Set([...beside, here])].join(' ')} }`
  }
  return { path: way.map(({ name }) => name), alone, accompanied }
}

/** A field with as little below it as may be; nothing for one that needs arguments. */
function shortest(field: GraphQLField<unknown, unknown>): string {
  if (field.args.some(isRequiredArgument)) return ''
  const type = getNamedType(field.type)
  if (!isObjectType(type)) return field.name
  const leaf = Object.values(type.getFields()).find((each) => isLeafType(getNamedType(each.type)))
  return leaf ? `${field.name} { ${leaf.name} }` : ''
}

/** What an answer has at the end of a way, lists on the way opened. */
export function at(data: unknown, path: readonly string[]): unknown {
  const [first, ...rest] = path
  if (Array.isArray(data)) return data.map((each) => at(each, path))
  if (first === undefined || typeof data !== 'object' || data === null) return data
  return at(new Map(Object.entries(data)).get(first), rest)
}
