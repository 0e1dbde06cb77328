// What hosts of libraries are held against. Types only.
import type { TxtOf } from './proof.ts'

export interface DomainParts {
  /** Addresses of the product itself, which no library can claim. */
  readonly ownOrigins: readonly string[]
  readonly txtOf: TxtOf
}
