/** What the section keeps in its address: which reports are shown, and how far the list is. */
import { consoleAddress } from '../frame/address.ts'

export const states = ['open', 'accepted', 'declined', 'settled'] as const
export type ShownState = (typeof states)[number]

export interface CorrectionsAddress {
  readonly show: ShownState
  readonly after: string | null
}

export function readCorrections({ show, after }: Readonly<Record<string, unknown>>): CorrectionsAddress {
  return {
    show: states.find((state) => state === show) ?? 'open',
    after: typeof after === 'string' && /^[\w+/=-]{1,500}$/.test(after) ? after : null,
  }
}

export function correctionsAddress(
  library: string | null,
  { show = 'open', after = null }: Partial<CorrectionsAddress> = {},
): string {
  return consoleAddress('corrections', library, { show: show === 'open' ? null : show, after })
}
