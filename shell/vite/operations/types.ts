/** TypeScript of operations and fragments, printed by GraphQL Code Generator: variables, data, and the inputs they name. */
import { codegen } from '@graphql-codegen/core'
import * as typescriptOperations from '@graphql-codegen/typescript-operations'
import { isScalarType, isSpecifiedScalarType, Kind, parse, printSchema, type GraphQLSchema } from 'graphql'
import { OperationProblem, type OperationDocuments } from './documents.ts'

/** What JSON brings for the scalars; those that GraphQL specifies, but for `ID`, need no entry. */
const scalars: Readonly<Record<string, string>> = { ID: 'string' }

const config = {
  // An enum is a union of its values and a type import is erased: nothing of this reaches the browser.
  enumType: 'string-literal',
  useTypeImports: true,
  immutableTypes: true,
  // `<Operation>Data`, `<Operation>Variables`, and a fragment by its own name.
  operationResultSuffix: 'Data',
  omitOperationSuffix: true,
  // A fragment stands in a type by its name, and `__typename` only where it is selected.
  dedupeFragments: true,
  inlineFragmentTypes: 'combine',
  skipTypename: true,
  // A list is a list: the one value that GraphQL would take for it is not sent.
  arrayInputCoercion: false,
  scalars,
}

/** Types of all operations and fragments of a package. An unknown scalar is refused: `any` would hide a mistake. */
export async function printTypes(
  { operations, fragments }: OperationDocuments,
  schema: GraphQLSchema,
): Promise<string> {
  for (const type of Object.values(schema.getTypeMap()))
    if (isScalarType(type) && !isSpecifiedScalarType(type) && scalars[type.name] === undefined)
      throw new OperationProblem(
        `Scalar ${type.name} has no TypeScript type: add it in shell/vite/operations/types.ts.`,
      )
  const definitions = [...operations.map(({ definition }) => definition), ...fragments.values()]
  return codegen({
    filename: 'operations.generated.ts',
    schema: parse(printSchema(schema)),
    documents: [{ location: 'operations', document: { kind: Kind.DOCUMENT, definitions } }],
    plugins: [{ typescriptOperations: {} }],
    pluginMap: { typescriptOperations },
    config,
  })
}
