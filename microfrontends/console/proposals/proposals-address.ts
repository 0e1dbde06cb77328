/** What the address of the proposals keeps: the one that is being decided on, and how. */
import { consoleAddress } from '../frame/address.ts'

export interface ProposalsAddress {
  readonly library: string | null
  readonly deciding: { readonly id: string; readonly how: 'confirm' | 'decline' } | null
}

type Query = Readonly<Record<string, unknown>>

export function readProposals({ confirm, decline }: Query): ProposalsAddress['deciding'] {
  const isId = (id: unknown): id is string => typeof id === 'string' && /^[\w-]{24}$/.test(id)
  if (isId(confirm)) return { id: confirm, how: 'confirm' }
  return isId(decline) ? { id: decline, how: 'decline' } : null
}

export function writeProposals({ library, deciding }: ProposalsAddress): string {
  return consoleAddress('proposals', library, deciding ? { [deciding.how]: deciding.id } : {})
}
