// Lines of a library's list, checked one by one before the store is asked.
import { isAgeBand } from '@shuxiang/permissions'
import type { AgeBand } from '@shuxiang/permissions'
import { foldName, isCard, isLibraryCode, isName, nameOfCard } from '../people/names.ts'
import type { CardRow, HolderAnswer, RowFault } from './card.ts'
import { foldActivation, isGuessable } from './codes.ts'

/** Longest name of a holder, in characters. */
const longestHolder = 80

export interface GoodRow {
  readonly username: string
  readonly library: string
  readonly holder: string
  readonly ageBand: AgeBand
  /** Folded; null: none given. */
  readonly code: string | null
  /** null: nothing was said. */
  readonly holderIs: HolderAnswer | null
}

/** `seen` holds the names of lines before; a card that comes twice counts the first time only. */
export function readRow(row: CardRow, seen: Set<string>): GoodRow | { readonly fault: RowFault } {
  const library = foldName(row.library)
  const card = foldName(row.card)
  const username = nameOfCard(library, card)
  const holder = row.holder.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const { ageBand } = row
  if (!isLibraryCode(library)) return { fault: 'library' }
  if (!isCard(card) || !isName(username)) return { fault: 'card' }
  if (holder === '' || [...holder].length > longestHolder || /\p{Cc}/u.test(holder))
    return { fault: 'holder' }
  if (!isAgeBand(ageBand)) return { fault: 'age-band' }
  const code = row.code === undefined ? null : foldActivation(row.code)
  if (code !== null && isGuessable(code, card)) return { fault: 'code' }
  if (seen.has(username)) return { fault: 'twice' }
  seen.add(username)
  return { username, library, holder, ageBand, code, holderIs: row.holderIs ?? null }
}
