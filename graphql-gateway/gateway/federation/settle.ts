// An operation with its conditions decided: @skip and @include resolved, repeated fields merged. Plans are made for each
// setting of the condition variables, so neither the planner nor the projection ever meets a condition.
import {
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { fragmentsOf } from './fragments.ts'

type Variables = Readonly<Record<string, unknown>>

/** Names of the variables used in `@skip` and `@include`, each once. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    Directive(node) {
      if (!isCondition(node)) return
      for (const { value } of node.arguments ?? [])
        if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}

/** The operation as it is for these variables. Selection sets may become empty. */
export function settle(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  variables: Variables,
): DocumentNode {
  const fragments = fragmentsOf(document)
  const settled = new Map<string, FragmentDefinitionNode>()
  const settleSet = (selections: readonly SelectionNode[]): SelectionSetNode => ({
    kind: Kind.SELECTION_SET,
    selections: settleSelections(selections, variables).map((selection): SelectionNode => {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        const { selectionSet } = selection
        return selectionSet ? { ...selection, selectionSet: settleSet(selectionSet.selections) } : selection
      }
      const fragment = fragments.get(selection.name.value)
      if (fragment && !settled.has(selection.name.value)) {
        settled.set(selection.name.value, fragment)
        settled.set(selection.name.value, {
          ...fragment,
          selectionSet: settleSet(fragment.selectionSet.selections),
        })
      }
      return selection
    }),
  })
  const root = { ...operation, selectionSet: settleSet(operation.selectionSet.selections) }
  return { kind: Kind.DOCUMENT, definitions: [root, ...settled.values()] }
}

/** Keeps what the conditions let pass, opens fragments that say nothing, and merges what has the same response key. */
function settleSelections(
  selections: readonly SelectionNode[],
  variables: Variables,
): readonly SelectionNode[] {
  const kept = new Map<string, SelectionNode>()
  const add = (selection: SelectionNode): void => {
    if (!passes(selection.directives, variables)) return
    const directives = selection.directives?.filter((directive) => !isCondition(directive)) ?? []
    const bare = { ...selection, directives }
    if (bare.kind === Kind.INLINE_FRAGMENT && !bare.typeCondition && directives.length === 0) {
      bare.selectionSet.selections.forEach(add)
      return
    }
    const place = directives.length > 0 ? `${kept.size} unique` : placeOf(bare)
    const present = kept.get(place)
    kept.set(place, present ? merged(present, bare) : bare)
  }
  selections.forEach(add)
  return [...kept.values()]
}

function placeOf(selection: SelectionNode): string {
  switch (selection.kind) {
    case Kind.FIELD:
      return `field ${(selection.alias ?? selection.name).value}`
    case Kind.INLINE_FRAGMENT:
      return `on ${selection.typeCondition?.name.value ?? ''}`
    case Kind.FRAGMENT_SPREAD:
      return `spread ${selection.name.value}`
  }
}

/** Validation has made sure that fields under one response key are the same field with the same arguments. */
function merged(first: SelectionNode, second: SelectionNode): SelectionNode {
  if (first.kind === Kind.FRAGMENT_SPREAD || second.kind === Kind.FRAGMENT_SPREAD) return first
  if (!first.selectionSet || !second.selectionSet) return first
  return withSelections(first, [...first.selectionSet.selections, ...second.selectionSet.selections])
}

function withSelections(
  node: FieldNode | InlineFragmentNode,
  selections: readonly SelectionNode[],
): SelectionNode {
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } }
}

/** For the planner, which wants at least one field in every selection set. */
export function withoutEmptySets(document: DocumentNode): DocumentNode {
  const filler: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }
  return visit(document, {
    SelectionSet: (node) => (node.selections.length === 0 ? { ...node, selections: [filler] } : undefined),
  })
}

function isCondition(directive: DirectiveNode): boolean {
  return directive.name.value === 'skip' || directive.name.value === 'include'
}

function passes(directives: readonly DirectiveNode[] | undefined, variables: Variables): boolean {
  for (const directive of directives ?? []) {
    if (!isCondition(directive)) continue
    const condition = directive.arguments?.find((argument) => argument.name.value === 'if')?.value
    const value =
      condition?.kind === Kind.VARIABLE
        ? variables[condition.name.value] === true
        : condition?.kind === Kind.BOOLEAN && condition.value
    if (value === (directive.name.value === 'skip')) return false
  }
  return true
}
