/** TypeScript for what comes out: the selected fields of operations and fragments. */
import {
  Kind,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { OperationProblem } from './documents.ts'
import { enumUnion, scalarName } from './leaf-types.ts'

export interface DataTypePrinter {
  ofOperation(operation: OperationDefinitionNode): string
  ofFragment(name: string): string
}

interface Selected {
  /** A selection set each time the field is selected; they merge. */
  readonly sets: SelectionSetNode[]
  readonly fieldName: string
  /** False once the field is selected without `@include` or `@skip`. */
  conditional: boolean
}

export function dataTypePrinter(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DataTypePrinter {
  const objectNamed = (name: string): GraphQLObjectType => {
    const type = schema.getType(name)
    if (isObjectType(type)) return type
    throw new OperationProblem(
      `${name} is not an object type: selections on unions and interfaces are not typed yet.`,
    )
  }

  function collect(
    parent: GraphQLObjectType,
    set: SelectionSetNode,
    into: Map<string, Selected>,
    maybe: boolean,
  ) {
    for (const selection of set.selections) {
      const conditional = maybe || (selection.directives ?? []).some(({ name }) => isCondition(name.value))
      if (selection.kind === Kind.FIELD) addField(selection, conditional, into)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value ?? parent.name
        collect(sameType(parent, on), selection.selectionSet, into, conditional)
      } else {
        const fragment = fragments.get(selection.name.value)
        if (!fragment) throw new OperationProblem(`Fragment ${selection.name.value} is not defined.`)
        collect(sameType(parent, fragment.typeCondition.name.value), fragment.selectionSet, into, conditional)
      }
    }
  }

  function sameType(parent: GraphQLObjectType, name: string): GraphQLObjectType {
    if (parent.name === name) return parent
    throw new OperationProblem(
      `A fragment on ${name} is spread in ${parent.name}: abstract types are not typed yet.`,
    )
  }

  function objectText(parent: GraphQLObjectType, sets: readonly SelectionSetNode[], indent: string): string {
    const selected = new Map<string, Selected>()
    for (const set of sets) collect(parent, set, selected, false)
    const inner = `${indent}  `
    const lines = [...selected].map(([key, field]) => {
      const type = fieldType(parent, field, inner)
      return `${inner}readonly ${key}${field.conditional ? '?' : ''}: ${type}\n`
    })
    return `{\n${lines.join('')}${indent}}`
  }

  function fieldType(parent: GraphQLObjectType, field: Selected, indent: string): string {
    if (field.fieldName === '__typename') return `'${parent.name}'`
    const definition = parent.getFields()[field.fieldName]
    if (!definition) throw new OperationProblem(`${parent.name} has no field ${field.fieldName}.`)
    return spell(definition.type, field.sets, indent)
  }

  function spell(type: GraphQLOutputType, sets: readonly SelectionSetNode[], indent: string): string {
    if (isNonNullType(type)) return bare(type.ofType, sets, indent)
    return `${bare(type, sets, indent)} | null`
  }

  function bare(type: GraphQLOutputType, sets: readonly SelectionSetNode[], indent: string): string {
    if (isNonNullType(type)) return bare(type.ofType, sets, indent)
    if (isListType(type)) {
      const item = spell(type.ofType, sets, indent)
      return `readonly ${isNonNullType(type.ofType) && !item.includes(' | ') ? item : `(${item})`}[]`
    }
    if (isScalarType(type)) return scalarName(type)
    if (isEnumType(type)) return enumUnion(type)
    return onlyFragment(sets) ?? objectText(objectNamed(getNamedType(type).name), sets, indent)
  }

  return {
    ofOperation(operation) {
      const root = schema.getRootType(operation.operation)
      if (!root) throw new OperationProblem(`The schema has no ${operation.operation}.`)
      return objectText(root, [operation.selectionSet], '')
    },
    ofFragment(name) {
      const fragment = fragments.get(name)
      if (!fragment) throw new OperationProblem(`Fragment ${name} is not defined.`)
      return objectText(objectNamed(fragment.typeCondition.name.value), [fragment.selectionSet], '')
    },
  }
}

function addField(node: FieldNode, conditional: boolean, into: Map<string, Selected>): void {
  const key = node.alias?.value ?? node.name.value
  const before = into.get(key)
  const selected = before ?? { sets: [], fieldName: node.name.value, conditional }
  selected.conditional &&= conditional
  if (node.selectionSet) selected.sets.push(node.selectionSet)
  into.set(key, selected)
}

/** A selection of nothing but one fragment has the fragment's own exported type. */
function onlyFragment(sets: readonly SelectionSetNode[]): string | null {
  const [selection, ...others] = sets.flatMap((set) => set.selections)
  if (selection?.kind !== Kind.FRAGMENT_SPREAD || others.length > 0) return null
  return (selection.directives ?? []).length === 0 ? selection.name.value : null
}

const isCondition = (name: string): boolean => name === 'include' || name === 'skip'
