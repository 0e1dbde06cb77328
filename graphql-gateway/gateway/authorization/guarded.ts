// Where an operation asks for what requires something, and the operation without what is refused.
import {
  getNamedType,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql'
import type { RefusalReason, Requirement } from './requirement.ts'
import type { Requirements } from './requirements.ts'

/** What a document asks for that requires something: each requirement once. Empty for almost every document. */
export function guardsOf(
  document: DocumentNode,
  schema: GraphQLSchema,
  requirements: Requirements,
): readonly Requirement[] {
  if (!requirements.any) return []
  const found = new Map<string, Requirement>()
  const add = (requirement: Requirement | null): void => {
    if (requirement) found.set(JSON.stringify(requirement), requirement)
  }
  const info = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType()
        if (parent) add(requirements.ofField(parent.name, node.name.value))
        // Which object stands behind an interface or union is known when it is there.
        const value = getNamedType(info.getType())
        if (isAbstractType(value))
          for (const { name } of schema.getPossibleTypes(value)) add(requirements.ofType(name))
      },
    }),
  )
  return [...found.values()]
}

/** What of an operation is refused to who asks, and why. */
export interface Refusals {
  /** Fields refused where they stand in the document. */
  readonly fields: ReadonlySet<FieldNode>
  /** A field of an object whose type is known by now: refused where it stands, or of that type. */
  ofField(node: FieldNode, type: string): RefusalReason | null
  ofType(type: string): RefusalReason | null
}

/** Works out the refusals of a document by what decides over one requirement. */
export function refusalsIn(
  document: DocumentNode,
  schema: GraphQLSchema,
  requirements: Requirements,
  decide: (requirement: Requirement) => RefusalReason | null,
): Refusals {
  const reasonOf = (requirement: Requirement | null): RefusalReason | null =>
    requirement === null ? null : decide(requirement)
  const refused = new Map<FieldNode, RefusalReason>()
  const info = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType()
        const reason = reasonOf(parent ? requirements.ofField(parent.name, node.name.value) : null)
        if (reason === null) return undefined
        refused.set(node, reason)
        // What is below is not asked for either.
        return false
      },
    }),
  )
  return {
    fields: new Set(refused.keys()),
    ofField: (node, type) => refused.get(node) ?? reasonOf(requirements.ofField(type, node.name.value)),
    ofType: (type) => reasonOf(requirements.ofType(type)),
  }
}

/** The document without these fields. Selection sets may become empty. */
export function withoutFields(document: DocumentNode, fields: ReadonlySet<FieldNode>): DocumentNode {
  if (fields.size === 0) return document
  return visit(document, { Field: (node) => (fields.has(node) ? null : undefined) })
}
