/** TypeScript for what goes in: variables, input objects and enums. */
import {
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { OperationProblem } from './documents.ts'
import { enumUnion, scalarName } from './leaf-types.ts'

export interface InputTypePrinter {
  variables(operation: OperationDefinitionNode): string
  /** Declarations of the input objects that the variables printed so far refer to, sorted. */
  used(): string[]
}

export function inputTypePrinter(schema: GraphQLSchema): InputTypePrinter {
  const declared = new Map<string, string>()

  const bare = (type: GraphQLInputType): string => {
    if (isNonNullType(type)) return bare(type.ofType)
    if (isListType(type)) return `readonly ${wrap(spell(type.ofType))}[]`
    if (isScalarType(type)) return scalarName(type)
    if (isEnumType(type)) return enumUnion(type)
    declare(type.name)
    return type.name
  }
  const spell = (type: GraphQLInputType): string =>
    isNonNullType(type) ? bare(type.ofType) : `${bare(type)} | null`

  function declare(name: string): void {
    if (declared.has(name)) return
    declared.set(name, '')
    const type = schema.getType(name)
    if (!isInputObjectType(type)) return
    const fields = Object.values(type.getFields()).map((field) =>
      property(field.name, field.type, field.defaultValue !== undefined),
    )
    declared.set(name, `export interface ${name} {\n${fields.join('')}}\n`)
  }

  // A nullable or defaulted input may be left out or be undefined: JSON drops it either way.
  const property = (name: string, type: GraphQLInputType, hasDefault: boolean): string =>
    isNonNullType(type) && !hasDefault
      ? `  readonly ${name}: ${spell(type)}\n`
      : `  readonly ${name}?: ${spell(type)} | undefined\n`

  return {
    variables(operation) {
      const lines = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
        const known = typeFromAST(schema, type)
        if (!known || !isInputType(known))
          throw new OperationProblem(`Variable $${variable.name.value} has no input type in the schema.`)
        return property(variable.name.value, known, defaultValue !== undefined)
      })
      return lines.length === 0 ? '{}' : `{\n${lines.join('')}}`
    },
    used: () => [...declared.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text),
  }
}

const wrap = (text: string): string => (text.includes(' ') ? `(${text})` : text)
