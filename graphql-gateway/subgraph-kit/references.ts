// `_entities`: groups the key objects of one fetch by type and asks each type once.
import { GraphQLError, isInterfaceType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import type { SubgraphContext } from './context.ts'

/** More key objects than this in one fetch are refused: a page of results never comes near. */
export const maxReferences = 5000

/** `__resolveReferences` as it is called: which key a reference has is known to the subgraph alone. */
export type ResolveReferences = (
  references: readonly object[],
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => Promise<readonly unknown[]>

/** Type name -> its `__resolveReferences`. */
export type ReferenceResolvers = ReadonlyMap<string, ResolveReferences>

/**
 * Answers `_entities(representations)` in the order asked. A type without a resolver answers with the key object
 * itself, which is enough when it only adds fields that derive from the key.
 * Errors: BAD_USER_INPUT for something that is not a list of key objects; errors of one group stay in its places.
 */
export async function resolveEntities(
  resolvers: ReferenceResolvers,
  schema: GraphQLSchema,
  representations: readonly unknown[],
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<unknown[]> {
  if (representations.length > maxReferences)
    throw refused(`at most ${maxReferences} representations in one fetch`)
  const groups = new Map<string, { places: number[]; references: object[] }>()
  representations.forEach((representation, place) => {
    const name = typenameOf(representation)
    if (name === undefined || typeof representation !== 'object' || representation === null)
      throw refused(`representation ${place} has no __typename`)
    const group = groups.get(name) ?? { places: [], references: [] }
    groups.set(name, group)
    group.places.push(place)
    group.references.push(representation)
  })
  const answer = new Array<unknown>(representations.length)
  await Promise.all(
    [...groups].map(async ([name, { places, references }]) => {
      const found = await entitiesOf(name, resolvers.get(name), references, context, info)
      const type = schema.getType(name)
      for (const [i, place] of places.entries()) {
        // An entity asked for by its interface names its own type, or the interface's resolver does.
        const own = isInterfaceType(type) ? await type.resolveType?.(found[i], context, info, type) : name
        answer[place] = named(found[i], own ?? name)
      }
    }),
  )
  return answer
}

async function entitiesOf(
  name: string,
  resolve: ResolveReferences | undefined,
  references: readonly object[],
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<readonly unknown[]> {
  if (!resolve) return references
  try {
    const found = await resolve(references, context, info)
    if (Array.isArray(found) && found.length === references.length) return found
    throw new Error(
      `__resolveReferences of ${name} must answer with one place per reference, ${references.length} here`,
    )
  } catch (error) {
    return references.map(() => (error instanceof Error ? error : new Error(String(error))))
  }
}

/** A union member is told apart by `__typename`; documents of the store have none, so a copy gets it. */
function named(entity: unknown, name: string): unknown {
  if (typeof entity !== 'object' || entity === null || entity instanceof Error) return entity ?? null
  if (typenameOf(entity) !== undefined) return entity
  // Almost every entity is a plain object, which a spread copies twice as fast.
  if (Object.getPrototypeOf(entity) === Object.prototype) return { ...entity, __typename: name }
  return Object.assign(Object.create(Object.getPrototypeOf(entity)), entity, { __typename: name })
}

/** `__typename` of a value, when it has one of its own. */
export function typenameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('__typename' in value)) return undefined
  return typeof value.__typename === 'string' ? value.__typename : undefined
}

function refused(what: string): GraphQLError {
  return new GraphQLError(`_entities: ${what}.`, { extensions: { code: 'BAD_USER_INPUT' } })
}
