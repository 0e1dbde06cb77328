// `__schema` and `__type` are answered here; the rest of an operation goes to the planner without them.
import {
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { fragmentsOf } from './fragments.ts'

/** An operation split in two; either part may be missing. */
export interface SplitOperation {
  readonly introspection: DocumentNode | null
  readonly rest: DocumentNode | null
}

/** Splits at the root, also inside fragments on the root type. */
export function splitIntrospection(
  operation: OperationDefinitionNode,
  document: DocumentNode,
): SplitOperation {
  const fragments = fragmentsOf(document)
  const flatten = (set: SelectionSetNode): readonly SelectionNode[] =>
    set.selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FIELD || selection.directives?.length) return [selection]
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet
      return inner ? flatten(inner) : []
    })
  const asksSchema = (selection: SelectionNode): boolean => {
    if (selection.kind === Kind.FIELD)
      return selection.name.value === '__schema' || selection.name.value === '__type'
    const set =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value)?.selectionSet
    return set?.selections.some(asksSchema) ?? false
  }
  if (!operation.selectionSet.selections.some(asksSchema)) return { introspection: null, rest: document }
  const selections = flatten(operation.selectionSet)
  const part = (asked: boolean): DocumentNode | null => {
    const kept = selections.filter((selection) => asksSchema(selection) === asked)
    if (kept.length === 0) return null
    const changed = { ...operation, selectionSet: { ...operation.selectionSet, selections: kept } }
    const others = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
    return { ...document, definitions: [changed, ...others] }
  }
  return { introspection: part(true), rest: part(false) }
}
