// What the generated `Resolvers` of a subgraph ask of it: which fields must have a resolver, and how entities are found.
import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql'
import type { SubgraphContext } from './context.ts'

/** Parent of a generated resolver: what stands behind the type. */
export type ParentOf<Field> =
  NonNullable<Field> extends (parent: infer Parent, ...rest: never[]) => unknown ? Parent : never

/** Arguments of a generated resolver. */
export type ArgsOf<Field> =
  NonNullable<Field> extends (parent: never, args: infer Args, ...rest: never[]) => unknown ? Args : never

/** What a generated resolver answers with: the value or a promise of it. */
export type ResultOf<Field> = NonNullable<Field> extends (...all: never[]) => infer Result ? Result : never

/** A field: `(parent, args, context, info)`. */
export type FieldResolver<Parent, Args, Result> = (
  parent: Parent,
  args: Args,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => Result

/** Names of the fields of a generated `XResolvers`. */
export type FieldNames<Type> = Exclude<keyof Type, `__${string}`>

/** graphql-js reads a property of the field's name, and calls it when it is a function. */
type Property<Result> = Result | ((args: never, context: never, info: never) => Result)

/** A property that may be absent is read as null, where the schema has null. */
type Absent<Result> = null extends Awaited<Result> ? undefined : never

/** Fields that the parent does not bring, or brings in another shape. */
type Unread<Type> = {
  [Name in FieldNames<Type>]: Name extends keyof ParentOf<Type[Name]>
    ? ParentOf<Type[Name]>[Name] extends Property<ResultOf<Type[Name]>> | Absent<ResultOf<Type[Name]>>
      ? never
      : Name
    : Name
}[FieldNames<Type>]

type EntityOf<Type> = { [Name in FieldNames<Type>]: ParentOf<Type[Name]> }[FieldNames<Type>]

type ReferenceOf<Type> = Type extends { readonly __resolveReference?: infer One }
  ? NonNullable<One> extends (reference: infer Reference, ...rest: never[]) => unknown
    ? Reference
    : never
  : never

/**
 * Finds many entities in one trip. The answer has one place per reference, in the order of the references: the
 * entity, `null` when there is none, or an `Error` for that one alone. `Type` is a generated `XResolvers`.
 */
export type ReferencesOf<Type> = (
  references: readonly ReferenceOf<Type>[],
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => Promise<readonly (EntityOf<Type> | null | Error)[]>

/** An entity whose key object is enough for its fields may do without. */
type EntityResolvers<Type> = [ReferenceOf<Type>] extends [never]
  ? object
  : ReferenceOf<Type> extends EntityOf<Type>
    ? { readonly __resolveReferences?: ReferencesOf<Type> }
    : { readonly __resolveReferences: ReferencesOf<Type> }

type AbstractResolvers<Type> = Type extends { readonly __resolveType: infer Resolve }
  ? { readonly __resolveType: Resolve }
  : object

/** The resolvers of one type: of every field that its parent lacks, and of others if one likes. */
export type TypeResolvers<Type> = { readonly [Name in Unread<Type>]-?: NonNullable<Type[Name]> } & {
  readonly [Name in Exclude<FieldNames<Type>, Unread<Type>>]?: NonNullable<Type[Name]>
} & EntityResolvers<Type> &
  AbstractResolvers<Type>

type Entry<Type> =
  NonNullable<Type> extends GraphQLScalarType ? GraphQLScalarType : TypeResolvers<NonNullable<Type>>

/** Types all of whose fields are read from their parents, and scalars, which pass as they are. */
type Plain<Types> = {
  [Name in keyof Types]: NonNullable<Types[Name]> extends GraphQLScalarType
    ? Name
    : object extends Entry<Types[Name]>
      ? Name
      : never
}[keyof Types]

/** Resolvers of a whole subgraph by type name, from its generated `Resolvers`. */
export type CompleteResolvers<Types> = {
  readonly [Name in Exclude<keyof Types, Plain<Types>>]-?: Entry<Types[Name]>
} & { readonly [Name in Plain<Types> & keyof Types]?: Entry<Types[Name]> }

/** Types that need no resolver of references. */
type Unreferred<Types> = {
  [Name in keyof Types]: object extends EntityResolvers<NonNullable<Types[Name]>> ? Name : never
}[keyof Types]

/** What types whose fields are declared elsewhere still need: how their entities are found. */
export type StoredEntities<Types> = {
  readonly [Name in Exclude<keyof Types, Unreferred<Types>>]-?: EntityResolvers<NonNullable<Types[Name]>>
} & { readonly [Name in Unreferred<Types> & keyof Types]?: EntityResolvers<NonNullable<Types[Name]>> }
