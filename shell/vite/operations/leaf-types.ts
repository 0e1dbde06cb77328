/** TypeScript for scalars and enums. */
import type { GraphQLEnumType, GraphQLScalarType } from 'graphql'
import { OperationProblem } from './documents.ts'

const SCALARS: Readonly<Record<string, string>> = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
}

/** The JSON type of a scalar. An unknown scalar is refused: `unknown` in generated types would hide a mistake. */
export function scalarName({ name }: GraphQLScalarType): string {
  const known = SCALARS[name]
  if (known === undefined)
    throw new OperationProblem(
      `Scalar ${name} has no TypeScript type: add it in shell/vite/operations/leaf-types.ts.`,
    )
  return known
}

export const enumUnion = (type: GraphQLEnumType): string =>
  type
    .getValues()
    .map(({ name }) => `'${name}'`)
    .join(' | ')
