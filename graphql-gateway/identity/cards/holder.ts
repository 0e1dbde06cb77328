// Whether a line of a list names the holder that the registry knows, and what to do where it does not.
import { ageBands } from '@shuxiang/permissions'
import type { RowOutcome } from './card.ts'
import type { CardDoc } from './documents.ts'
import type { GoodRow } from './rows.ts'

/**
 * Whether a line makes the card another person's without anybody having been asked: it was nobody's yet, but a guardian
 * may have proved it for the child who was to have it.
 */
export const endsGuardians = (row: GoodRow, known: CardDoc): boolean =>
  row.holderIs !== 'same-person' && isSomebodyElse(row, known)

/** A name that differs, or a reader who would have become younger; who has grown is the same. */
const isSomebodyElse = (row: GoodRow, known: CardDoc): boolean =>
  row.holder !== known.holder || ageBands.indexOf(row.ageBand) < ageBands.indexOf(known.ageBand)

/**
 * What a line does to the holder of a card. A card without account, and without a code that the line does not replace,
 * is nobody's yet: its line is a correction. `codeStays`: a code that is out would be good for the line's holder too.
 */
export function holderOf(
  row: GoodRow,
  known: CardDoc,
  codeStays: boolean,
): Extract<RowOutcome, 'changed' | 'same' | 'handed-on' | { readonly asks: 'holder' }> {
  if (row.holder === known.holder && row.ageBand === known.ageBand) return 'same'
  if (!isSomebodyElse(row, known) || (known.account === '' && !codeStays)) return 'changed'
  if (row.holderIs === 'same-person') return 'changed'
  if (row.holderIs === 'new-holder') return 'handed-on'
  return { asks: 'holder', known: { holder: known.holder, ageBand: known.ageBand } }
}
