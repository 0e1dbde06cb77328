// What a response object holds, worked out once per selection and type.
import {
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql'
import type { Refusals } from '../authorization/guarded.ts'
import type { RefusalReason } from '../authorization/requirement.ts'
import { sourceKey } from './aliases.ts'
import { fragmentsOf } from './fragments.ts'
import type { IsSubtype } from '../supergraph/supertypes.ts'

/** How a value of a type is completed. */
export type Completion = { readonly nonNull: boolean } & (
  | { readonly kind: 'leaf' }
  | { readonly kind: 'enum'; readonly type: GraphQLEnumType }
  | { readonly kind: 'list'; readonly of: Completion }
  | { readonly kind: 'object'; readonly type: GraphQLCompositeType }
)

/** One key of a response object. `completion` is null for `__typename`. */
export interface ResponseField {
  readonly key: string
  /** Key of the value in the merged answers. */
  readonly source: string
  readonly name: string
  readonly completion: Completion | null
  /** Why who asks is not given it; null when they are. */
  readonly refusal: RefusalReason | null
  readonly sets: readonly SelectionSetNode[]
}

/** While it is being gathered from several places of the document. */
interface GatheredField extends ResponseField {
  refusal: RefusalReason | null
  readonly sets: SelectionSetNode[]
}

/** Selections of an operation without conditions, resolved per type and remembered. */
export class Selections {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly #isSubtype: IsSubtype
  readonly #fieldNames: ReadonlySet<string>
  readonly #fields = new WeakMap<
    readonly SelectionSetNode[],
    Map<GraphQLCompositeType, readonly ResponseField[]>
  >()
  readonly #completions: WeakMap<GraphQLOutputType, Completion>
  readonly #refusals: Refusals | null

  constructor(
    document: DocumentNode,
    isSubtype: IsSubtype,
    fieldNames: ReadonlySet<string>,
    completions: WeakMap<GraphQLOutputType, Completion>,
    refusals: Refusals | null,
  ) {
    this.#refusals = refusals
    this.#fragments = fragmentsOf(document)
    this.#isSubtype = isSubtype
    this.#fieldNames = fieldNames
    this.#completions = completions
  }

  /** Why objects of a type are refused to who asks; null when they are not. */
  refusalOf(type: GraphQLCompositeType): RefusalReason | null {
    return this.#refusals?.ofType(type.name) ?? null
  }

  /** Fields of merged selection sets on one type, in response order. */
  fieldsOf(sets: readonly SelectionSetNode[], type: GraphQLCompositeType): readonly ResponseField[] {
    const byType = this.#fields.get(sets) ?? new Map<GraphQLCompositeType, readonly ResponseField[]>()
    this.#fields.set(sets, byType)
    const known = byType.get(type)
    if (known) return known
    const fields = new Map<string, GatheredField>()
    for (const set of sets) this.#gather(set, type, fields)
    const list = [...fields.values()]
    byType.set(type, list)
    return list
  }

  #gather(set: SelectionSetNode, type: GraphQLCompositeType, fields: Map<string, GatheredField>): void {
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value)
        const condition = fragment?.typeCondition?.name.value
        if (fragment && (!condition || this.#isSubtype(type.name, condition)))
          this.#gather(fragment.selectionSet, type, fields)
        continue
      }
      const name = selection.name.value
      const key = selection.alias?.value ?? name
      let field = fields.get(key)
      if (!field) {
        const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
        if (!definition && name !== '__typename') continue
        field = {
          key,
          source: sourceKey(key, name, this.#fieldNames),
          name,
          completion: definition ? this.#completionOf(definition.type) : null,
          refusal: null,
          sets: [],
        }
        fields.set(key, field)
      }
      field.refusal ??= this.#refusals?.ofField(selection, type.name) ?? null
      if (selection.selectionSet) field.sets.push(selection.selectionSet)
    }
  }

  #completionOf(type: GraphQLOutputType): Completion {
    const known = this.#completions.get(type)
    if (known) return known
    const nonNull = isNonNullType(type)
    const inner = isNonNullType(type) ? type.ofType : type
    const completion: Completion = isListType(inner)
      ? { nonNull, kind: 'list', of: this.#completionOf(inner.ofType) }
      : isEnumType(inner)
        ? { nonNull, kind: 'enum', type: inner }
        : isLeafType(inner)
          ? { nonNull, kind: 'leaf' }
          : { nonNull, kind: 'object', type: inner }
    this.#completions.set(type, completion)
    return completion
  }
}
