/** What the section of cards keeps in its address. */
import { consoleAddress } from '../frame/address.ts'

export interface CardsAddress {
  /** The list that is looked at. */
  readonly list: string | null
  /** Codes are issued. */
  readonly codes: boolean
}

export function readCards(query: Readonly<Record<string, unknown>>): CardsAddress {
  const { list, codes } = query
  return { list: typeof list === 'string' && /^[\w-]{24}$/.test(list) ? list : null, codes: codes === '1' }
}

export function cardsAt(library: string, { list, codes }: Partial<CardsAddress> = {}): string {
  return consoleAddress('cards', library, { list: list ?? null, codes: codes ? '1' : null })
}
