// Public door of the subgraph kit.
export type { Log, SubgraphContext } from './context.ts'
export type {
  Reference,
  ReferenceResolver,
  Resolver,
  Subgraph,
  SubgraphDefinition,
  SubgraphExecutor,
  UncheckedDefinition,
  UncheckedResolvers,
} from './contract.ts'
export { connection, decodeCursor, encodeCursor } from './connection.ts'
export type { Connection, ConnectionRequest, PageInfo, SortKey } from './connection.ts'
export { defineSubgraph } from './define.ts'
export { detailsField } from './details-field.ts'
export { badInput, forbidden, stepUpRequired, unauthenticated, unavailable } from './errors.ts'
export { createExecutor } from './execute.ts'
export { inOrder } from './in-order.ts'
export { perRequest } from './per-request.ts'
export { permit, signedIn, type PermitObject } from './permit.ts'
export { projection, selectedFields } from './projection.ts'
export type { ProjectionPlace } from './projection.ts'
export type { ArgsOf, CompleteResolvers, FieldResolver, ReferencesOf, ResultOf } from './resolver-types.ts'
export { serveSubgraph } from './serve.ts'
export type { ServeOptions } from './serve.ts'
export { asStored, fieldOf } from './stored-type.ts'
export type { Projected, StoredField, StoredType } from './stored-type.ts'
export { isTenant, tenantHeader } from './tenant.ts'
export { writeBody, type SignedBody } from './signed-body.ts'
export { createVerifier, signatureWindow, signingKey, signRequest } from './sign.ts'
export type { SignatureProblem, SignedParts, Verifier } from './sign.ts'
