// Record.facts
import type { Kinds } from '@shuxiang/record'
import { fieldOf, interfaceLanguage } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

/** What the kind tells of its details, in the language that is asked for. */
export const facts = (kinds: Kinds) =>
  fieldOf<RecordDoc, RecordResolvers['facts']>()(
    ['kind', 'details', 'withdrawn'],
    ({ kind, details, withdrawn }, args) => {
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
