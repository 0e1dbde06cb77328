// Record.year
import { statedYear, type Kinds } from '@shuxiang/record'
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

/** The year of the date by which its kind is dated, where that date lies within one year. */
export const year = (kinds: Kinds) =>
  fieldOf<RecordDoc, RecordResolvers['year']>()(
    ['kind', 'dates', 'withdrawn'],
    ({ kind, dates, withdrawn }) => {
      if (withdrawn) return null
      const dated = kinds.of(kind).dated.flatMap((role) => dates.filter((date) => date.role === role))
      const [first] = dated
      if (!first || first.from === null || first.to === null) return null
      const stated = statedYear(first.from)
      return stated === statedYear(first.to) ? stated : null
    },
  )
