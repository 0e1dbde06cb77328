/** In which format a record is wanted: by the suffix of its address, or by what the reader's program accepts. */

export interface ExportFormat {
  readonly name: 'BIBTEX' | 'RIS' | 'JSONLD' | 'MARCXML'
  readonly suffix: 'bib' | 'ris' | 'jsonld' | 'xml'
  readonly type: string
  /** Offered as a file to keep rather than to show. */
  readonly download: boolean
}

const FORMATS: readonly ExportFormat[] = [
  { name: 'BIBTEX', suffix: 'bib', type: 'application/x-bibtex', download: true },
  { name: 'RIS', suffix: 'ris', type: 'application/x-research-info-systems', download: true },
  { name: 'JSONLD', suffix: 'jsonld', type: 'application/ld+json', download: false },
  { name: 'MARCXML', suffix: 'xml', type: 'application/marcxml+xml', download: false },
]

/** The record and format that an address and an Accept header ask for; null when a page is wanted or it is no record. */
export function wantedExport(
  path: string,
  accept: string | undefined,
): { id: string; format: ExportFormat } | null {
  const match = /^\/item\/([^/]{1,200})$/.exec(path)
  const name = match?.[1]
  if (name === undefined) return null
  for (const format of FORMATS) {
    if (name.endsWith(`.${format.suffix}`) && name.length > format.suffix.length + 1) {
      return { id: name.slice(0, -format.suffix.length - 1), format }
    }
  }
  const format = acceptedFormat(accept)
  return format === null ? null : { id: name, format }
}

/** A format is chosen over the page only when it is accepted with more weight than HTML. */
function acceptedFormat(accept: string | undefined): ExportFormat | null {
  if (accept === undefined) return null
  const weights = new Map<string, number>()
  for (const part of accept.slice(0, 1_000).split(',')) {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    weights.set(type, weight === undefined ? 1 : Number(weight.slice(2)) || 0)
  }
  const page = weights.get('text/html') ?? weights.get('text/*') ?? weights.get('*/*') ?? 0
  let best: { readonly format: ExportFormat; readonly weight: number } | null = null
  for (const format of FORMATS) {
    const weight = weights.get(format.type) ?? 0
    if (weight > page && weight > (best?.weight ?? 0)) best = { format, weight }
  }
  return best?.format ?? null
}
