// The body of a request from the gateway to a remote subgraph, written by one and read by the other.
import type { Principal } from '@shuxiang/permissions'
import { readPrincipal } from './principal-value.ts'

/** One operation, and who asks. */
export interface SignedBody {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly principal: Principal
}

/** Who asks is in `extensions`, the place that GraphQL over HTTP has for what is no part of the operation. */
export function writeBody({ query, variables, principal }: SignedBody): string {
  if (principal.kind === 'anonymous') return JSON.stringify({ query, variables })
  return JSON.stringify({ query, variables, extensions: { principal } })
}

/** Null for what is no request of the gateway. */
export function readBody(text: string): SignedBody | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(value) || typeof value['query'] !== 'string') return null
  const { query, variables, extensions } = value
  const principal = readPrincipal(isObject(extensions) ? extensions['principal'] : undefined)
  if (principal === null) return null
  return { query, variables: isObject(variables) ? variables : {}, principal }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
