// Record.export
import { fieldOf } from '@shuxiang/subgraph-kit'
import { toBibtex } from '../../citation/bibtex.ts'
import { citedFields, type CitedRecord } from '../../citation/cited.ts'
import { toJsonLd } from '../../citation/json-ld.ts'
import { toMarcXml } from '../../citation/marcxml.ts'
import { toRis } from '../../citation/ris.ts'
import type { RecordDoc } from '../../model/record.ts'

const formats = {
  BIBTEX: toBibtex,
  RIS: toRis,
  JSONLD: toJsonLd,
  MARCXML: toMarcXml,
} satisfies Readonly<Record<string, (doc: CitedRecord, origin: string) => string>>

/** `origin` of the portal, such as `https://example.org`, for addresses in the export; empty when unknown. */
export const exported = (origin: string) =>
  fieldOf<RecordDoc>()(
    [...citedFields, 'withdrawn'],
    (doc, { format }: { readonly format: keyof typeof formats }) =>
      doc.withdrawn ? '' : formats[format](doc, origin),
  )
