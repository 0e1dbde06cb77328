// The fields of a stored type, each with the stored fields that its resolver reads. A resolver is given those and no
// others by its type, and the projection asks the store for the same list, so that forgetting one does not compile.
import type { GraphQLNamedType } from 'graphql'
import type { AnyResolver, Resolver } from './contract.ts'

/** A field of the schema over documents of a type. Without `resolve` it shows the stored field of its own name. */
export interface StoredField<Doc extends object> {
  readonly needs: readonly (keyof Doc & string)[]
  readonly resolve?: AnyResolver
}

/** What stands behind every field of one type of the schema. */
export interface StoredType<Doc extends object> {
  /** Read whatever is selected, because the roots look at it before any resolver does. */
  readonly always?: readonly (keyof Doc & string)[]
  readonly fields: Readonly<Record<string, StoredField<Doc>>>
}

/** A stored type whose documents are no longer named: what the schema keeps. */
export interface AnyStoredType {
  readonly always?: readonly string[]
  readonly fields: Readonly<
    Record<string, { readonly needs: readonly string[]; readonly resolve?: AnyResolver }>
  >
}

/** A document as a projection brings it: `_id` and `Always` are there, the rest only if something selected needs it. */
export type Projected<
  Doc extends { readonly _id: unknown },
  Always extends keyof Doc = never,
> = Partial<Doc> & Pick<Doc, '_id' | Always>

/** `const field = fieldOf<RecordDoc>()`, then `field(['holdings'], (doc, args) => …)`: `doc` has what is named and no more. */
export function fieldOf<Doc extends object>() {
  return <const Needs extends keyof Doc & string, Args = Record<string, never>, Result = unknown>(
    needs: readonly Needs[],
    resolve: Resolver<Pick<Doc, Needs>, Args, Result>,
  ): StoredField<Doc> => ({ needs, resolve })
}

/** Fields that are stored as they are shown. */
export function asStored<Doc extends object>(
  names: readonly (keyof Doc & string)[],
): Record<string, StoredField<Doc>> {
  return Object.fromEntries(names.map((name) => [name, { needs: [name] }]))
}

const storedTypes = new WeakMap<GraphQLNamedType, AnyStoredType>()

/** Tells the projection what stands behind the fields of a type of a schema. */
export function keepStoredType(type: GraphQLNamedType, stored: AnyStoredType): void {
  storedTypes.set(type, stored)
}

/** What stands behind the fields of a type; undefined for a type that is not stored. */
export function storedTypeOf(type: GraphQLNamedType): AnyStoredType | undefined {
  return storedTypes.get(type)
}
