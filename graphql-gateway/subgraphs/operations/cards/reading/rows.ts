// From lines to cards: what one line gives to the registry, or why it gives nothing.
import type { AgeBand } from '@shuxiang/permissions'
import { bandOf, readDay } from './birth.ts'
import type { ColumnField } from './columns.ts'
import type { Encoding } from './decode.ts'
import type { Line, Separator } from './csv.ts'

/** How a file is read. */
export interface Mapping {
  readonly encoding: Encoding
  readonly separator: Separator
  /** The first line names the columns. */
  readonly header: boolean
  readonly columns: readonly ColumnField[]
  /** The band of those of whom the list gives no date of birth; null: their lines are refused. */
  readonly withoutBirth: AgeBand | null
}

/** Why a line is refused before the registry is asked. */
export type LineFault =
  'no-card' | 'rounded' | 'no-holder' | 'no-birth' | 'birth' | 'valid-until' | 'ended' | 'twice'

export interface ListedCard {
  readonly card: string
  readonly holder: string
  readonly ageBand: AgeBand
}

/** What a spreadsheet makes of a long number; the digits are lost. */
const rounded = /^\d(\.\d+)?E\+\d+$/i

/** Reads lines in their order; `twice` is found over the whole list. `today` decides about ages and validity. */
export function createRowReader({ columns, withoutBirth }: Mapping, today: Date) {
  const at = (field: ColumnField): number => columns.indexOf(field)
  const [card, holder, birth, until] = [at('card'), at('holder'), at('birth'), at('valid-until')]
  const seen = new Set<string>()
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate())

  return ({ cells }: Line): ListedCard | LineFault => {
    const cell = (i: number): string => cells[i] ?? ''
    const number = cell(card).replace(/^'/, '')
    if (number === '') return 'no-card'
    if (rounded.test(number)) return 'rounded'
    if (cell(holder) === '') return 'no-holder'
    const born = cell(birth)
    const ageBand = born === '' ? withoutBirth : bandOf(born, today)
    if (ageBand === null) return born === '' ? 'no-birth' : 'birth'
    const lasts = cell(until)
    if (lasts !== '' && !/^(长期|永久|无限期)(有效)?$/.test(lasts)) {
      const day = readDay(lasts)
      if (day === null) return 'valid-until'
      if (day.getTime() < midnight) return 'ended'
    }
    const folded = number.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
    if (seen.has(folded)) return 'twice'
    seen.add(folded)
    return { card: number, holder: cell(holder), ageBand }
  }
}
