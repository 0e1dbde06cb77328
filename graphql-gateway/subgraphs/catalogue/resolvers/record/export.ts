// Record.export
import { badInput, fieldOf } from '@shuxiang/subgraph-kit'
import { toBibtex } from '../../citation/bibtex.ts'
import { citedFields, type Cited, type CitedPart, type CitedRecord } from '../../citation/cited.ts'
import { toJsonLd } from '../../citation/json-ld.ts'
import { toMarcXml } from '../../citation/marcxml.ts'
import { toRis } from '../../citation/ris.ts'
import { toApa } from '../../citation/styles/apa.ts'
import { toChicago } from '../../citation/styles/chicago.ts'
import { toGbt7714 } from '../../citation/styles/gbt7714.ts'
import { toMla } from '../../citation/styles/mla.ts'
import type { RecordDoc } from '../../model/record.ts'
import { isDay } from '../day.ts'

const formats = {
  BIBTEX: toBibtex,
  RIS: toRis,
  JSONLD: toJsonLd,
  MARCXML: toMarcXml,
  GBT7714: toGbt7714,
  APA: toApa,
  MLA: toMla,
  CHICAGO: toChicago,
} satisfies Readonly<Record<string, (cited: Cited) => string>>

interface Arguments {
  readonly format: keyof typeof formats
  readonly part?: number | null
  readonly accessed?: string | null
}

/** `origin` of the portal, such as `https://example.org`, for addresses in the export; empty when unknown. */
export const exported = (origin: string) =>
  fieldOf<RecordDoc>()(
    [...citedFields, 'withdrawn'],
    (record, { format, part = null, accessed = null }: Arguments) => {
      if (accessed !== null && !isDay(accessed)) throw badInput('accessed: give a day as YYYY-MM-DD.')
      if (record.withdrawn) return ''
      return formats[format]({ record, part: partOf(record, part), origin, accessed })
    },
  )

function partOf({ parts }: CitedRecord, n: number | null): CitedPart | null {
  if (n === null) return null
  const found = parts.find((part) => part.n === n)
  if (found) return found
  throw badInput(
    parts.length > 0
      ? `part: the record has parts 1 to ${parts.length}.`
      : 'part: the record has no parts; leave the argument out.',
  )
}
