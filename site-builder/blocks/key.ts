/** Which queries are the same. */
import { canonicalJson } from '@shuxiang/site-model'
import type { BlockQuery } from './contract.ts'

/** Equal queries have equal keys. */
export function keyOf({ operation, variables }: BlockQuery): string {
  return `${operation}:${canonicalJson({ ...variables })}`
}
