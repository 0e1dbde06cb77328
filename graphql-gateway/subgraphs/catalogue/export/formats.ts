// Every format and style, by its name in the graph.
import type { CitationStyleId, FormatId } from '@shuxiang/vocabulary'
import { toBibtex } from './bibtex.ts'
import type { Cited } from './cited.ts'
import { toCslJson } from './csl.ts'
import { toJsonLd } from './json-ld.ts'
import { toMarcXml } from './marcxml.ts'
import { toRis } from './ris.ts'
import { toApa } from './styles/apa.ts'
import { toChicago } from './styles/chicago.ts'
import { toGbt7714 } from './styles/gbt7714.ts'
import { toMla } from './styles/mla.ts'

export const formats: Readonly<Record<FormatId | CitationStyleId, (cited: Cited) => string>> = {
  BIBTEX: toBibtex,
  RIS: toRis,
  CSLJSON: toCslJson,
  JSONLD: toJsonLd,
  MARCXML: toMarcXml,
  GBT7714: toGbt7714,
  APA: toApa,
  MLA: toMla,
  CHICAGO: toChicago,
}
