// The fields of a stored type, each with the stored fields that its resolver reads. A resolver is given those and no
// others by its type, and the projection asks the store for the same list, so that forgetting one does not compile.
import type { GraphQLNamedType } from 'graphql'
import type { ArgsOf, FieldNames, FieldResolver, ResultOf } from './resolver-types.ts'

/**
 * A field of the schema over documents of a type: what it reads of the document, and what it makes of that.
 * `Parent` is what a resolver is given where that is not the document itself.
 */
export interface StoredField<Doc extends object, Args = never, Result = unknown, Parent = never> {
  readonly needs: readonly (keyof Doc & string)[]
  readonly resolve: FieldResolver<Parent, Args, Result>
}

/** What stands behind every field of one type of the schema; `Type` is its generated `XResolvers`. */
export interface StoredType<Doc extends object, Type, Parent = Doc> {
  /** Read whatever is selected, because the roots look at it before any resolver does. */
  readonly always?: readonly (keyof Doc & string)[]
  readonly fields: {
    readonly [Name in FieldNames<Type>]-?: StoredField<Doc, ArgsOf<Type[Name]>, ResultOf<Type[Name]>, Parent>
  }
}

/** A stored type over documents of whatever shape, with the fields of a generated `XResolvers`. */
export interface StoredFieldsOf<Type> {
  readonly always?: readonly string[]
  readonly fields: {
    readonly [Name in FieldNames<Type>]-?: {
      readonly needs: readonly string[]
      readonly resolve: FieldResolver<never, ArgsOf<Type[Name]>, ResultOf<Type[Name]>>
    }
  }
}

/** A stored type whose documents are no longer named: what the schema keeps. */
export interface AnyStoredType {
  readonly always?: readonly string[]
  readonly fields: Readonly<Record<string, { readonly needs: readonly string[]; readonly resolve: unknown }>>
}

/** A document as a projection brings it: `_id` and `Always` are there, the rest only if something selected needs it. */
export type Projected<
  Doc extends { readonly _id: unknown },
  Always extends keyof Doc = never,
> = Partial<Doc> & Pick<Doc, '_id' | Always>

/**
 * One field, with its needs beside its resolver: `doc` has what is named and no more.
 * `fieldOf<BookDoc, BookResolvers['url']>()(['slug'], (doc, args) => …)` takes arguments and result from the schema;
 * `fieldOf<BookDoc>()(['slug'], ({ slug }) => …)` leaves that to the `StoredType` it stands in.
 */
export function fieldOf<Doc extends object, Field = (parent: never, args: unknown) => unknown>() {
  return <
    const Needs extends keyof Doc & string,
    Args = ArgsOf<Field>,
    Result extends ResultOf<Field> = ResultOf<Field>,
  >(
    needs: readonly Needs[],
    resolve: FieldResolver<Pick<Doc, Needs>, Args, Result>,
  ): StoredField<Doc, Args, Result, Doc> => ({ needs, resolve })
}

/** Fields that are stored as they are shown: `...asStored<BookDoc>()(['title', 'pages'])`. */
export function asStored<Doc extends object>(): <const Name extends keyof Doc & string>(
  names: readonly Name[],
) => { readonly [Each in Name]: StoredField<Doc, unknown, Doc[Each], Doc> }
export function asStored(): (names: readonly never[]) => unknown {
  return (names: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        { needs: [name], resolve: (doc: Readonly<Record<string, unknown>>) => doc[name] },
      ]),
    )
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
