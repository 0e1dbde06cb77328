// Record.facts
import type { Kinds } from '@shuxiang/record'
import { fieldOf, type StoredField } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { interfaceLanguage, type InLanguage } from '../interface-language.ts'

interface FactNode {
  readonly label: string
  readonly value: string
  readonly url: string | null
}

/** What the kind tells of its details, in the language that is asked for. */
export function facts(kinds: Kinds): StoredField<RecordDoc> {
  return fieldOf<RecordDoc>()(
    ['kind', 'details', 'withdrawn'],
    ({ kind, details, withdrawn }, args: InLanguage): FactNode[] => {
      const language = interfaceLanguage(args)
      if (withdrawn) return []
      return kinds
        .of(kind)
        .facts({ details })
        .map(({ label, value, url }) => ({
          label: label[language],
          value: typeof value === 'string' ? value : value[language],
          url: url ?? null,
        }))
    },
  )
}
