// Record.export
import type { Resolver } from '@shuxiang/subgraph-kit'
import { toBibtex } from '../../citation/bibtex.ts'
import { toJsonLd } from '../../citation/json-ld.ts'
import { toMarcXml } from '../../citation/marcxml.ts'
import { toRis } from '../../citation/ris.ts'
import type { RecordDoc } from '../../model/record.ts'

const formats: Readonly<Record<string, (doc: RecordDoc, origin: string) => string>> = {
  BIBTEX: toBibtex,
  RIS: toRis,
  JSONLD: toJsonLd,
  MARCXML: toMarcXml,
}

/** `origin` of the portal, such as `https://example.org`, for addresses in the export; empty when unknown. */
export function exported(origin: string): Resolver<RecordDoc, { format: string }, string> {
  return (doc, { format }) => (doc.withdrawn ? '' : (formats[format]?.(doc, origin) ?? ''))
}
