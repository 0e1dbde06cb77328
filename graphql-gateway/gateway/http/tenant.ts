// For which library's branch site a request asks. The shell says it; whoever else does is refused, never served the portal instead.
import { isTenant, tenantHeader } from '@shuxiang/subgraph-kit'
import { refusal, type HttpAnswer } from './answer.ts'
import type { Client } from './client.ts'

/** The tenant, null for the portal, or the refusal of a header that our shell cannot have sent. */
export function tenantOf({ headers, local }: Pick<Client, 'headers' | 'local'>): string | null | HttpAnswer {
  const claimed = headers[tenantHeader]
  if (claimed === undefined) return null
  if (!local)
    return refusal(403, 'TENANT_REFUSED', `Only the shell of this installation may send ${tenantHeader}.`)
  if (!isTenant(claimed)) return refusal(400, 'BAD_TENANT', `${tenantHeader} must be the id of one library.`)
  return claimed
}
