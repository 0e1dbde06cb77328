/** The shape of an operation's answer, as data that a program can hold an answer against. */
import {
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { OperationProblem, type OperationDocuments, type TrustedOperation } from './documents.ts'

/** As `Shape` of `site-builder/blocks/answers/operation.ts` reads it. */
export type AnswerShape =
  | 'text'
  | 'whole'
  | 'number'
  | 'truth'
  | 'name'
  | { readonly list: AnswerShape }
  | { readonly maybe: AnswerShape }
  | { readonly fields: { readonly [name: string]: AnswerShape } }

const scalars: Readonly<Record<string, AnswerShape>> = {
  ID: 'text',
  String: 'text',
  Int: 'whole',
  Float: 'number',
  Boolean: 'truth',
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** @throws OperationProblem for a selection that no shape can say: on a union or interface, or under a condition. */
export function answerShape(
  { name, definition }: TrustedOperation,
  { fragments }: OperationDocuments,
  schema: GraphQLSchema,
): AnswerShape {
  const root = schema.getRootType(definition.operation)
  if (!root) throw new OperationProblem(`${name}: the schema has no ${definition.operation}`)
  return objectShape(root, [definition.selectionSet], fragments, name)
}

function objectShape(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  at: string,
): AnswerShape {
  const selected = new Map<string, { readonly field: string; readonly sets: SelectionSetNode[] }>()
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if ((selection.directives ?? []).length > 0)
        throw new OperationProblem(`${at}: directives are not known here; ask another operation instead`)
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        const known = selected.get(key) ?? { field: selection.name.value, sets: [] }
        if (selection.selectionSet) known.sets.push(selection.selectionSet)
        selected.set(key, known)
        continue
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
      if (!fragment) continue
      if (fragment.typeCondition && fragment.typeCondition.name.value !== type.name)
        throw new OperationProblem(`${at}: a fragment on another type than ${type.name} is not known here`)
      collect(fragment.selectionSet)
    }
  }
  sets.forEach(collect)
  const fields = [...selected].map(([key, { field, sets: inner }]): [string, AnswerShape] => {
    if (field === '__typename') return [key, 'text']
    const declared = type.getFields()[field]
    if (!declared) throw new OperationProblem(`${at}: ${type.name} has no field ${field}`)
    return [key, shapeOf(declared.type, inner, fragments, `${at}.${key}`)]
  })
  return { fields: Object.fromEntries(fields) }
}

function shapeOf(
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  at: string,
): AnswerShape {
  if (isNonNullType(type)) return certain(type.ofType, sets, fragments, at)
  return { maybe: certain(type, sets, fragments, at) }
}

function certain(
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  at: string,
): AnswerShape {
  if (isListType(type)) return { list: shapeOf(type.ofType, sets, fragments, at) }
  if (isEnumType(type)) return 'name'
  if (isObjectType(type)) return objectShape(type, sets, fragments, at)
  const { name } = getNamedType(type)
  const scalar = scalars[name]
  if (scalar === undefined) throw new OperationProblem(`${at}: ${name} has no shape; select another field`)
  return scalar
}
