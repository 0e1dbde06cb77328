// The one name by which every hop says which library's branch site asks: shell, gateway, remote subgraph.
import { idPattern } from '@shuxiang/record'

/**
 * Header with the id of the library whose branch site asks; absent on the portal. Our own shell sets it for the gateway
 * and lets no reader's through; the gateway signs it for a remote subgraph.
 */
export const tenantHeader = 'x-shuxiang-tenant'

/** Whether a text can be a tenant at all: a library's id, never `*` nor several. */
export function isTenant(text: string): boolean {
  return idPattern.test(text)
}
