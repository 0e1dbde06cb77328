import { describe, expect, it } from 'vitest'
import { wantedExport } from './export-format.ts'

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

describe('the format of a record', () => {
  it.each([
    ['/item/a.bib', browser, 'a BIBTEX'],
    ['/item/a.b.xml', undefined, 'a.b MARCXML'],
    ['/item/a', 'application/ld+json', 'a JSONLD'],
    ['/item/a', 'text/html;q=0.5, application/x-bibtex', 'a BIBTEX'],
    ['/item/a', browser, undefined],
    ['/item/a', '*/*', undefined],
    ['/item/a', undefined, undefined],
    ['/item/.bib', undefined, undefined],
    ['/item/a/b.bib', undefined, undefined],
    ['/search', 'application/ld+json', undefined],
  ])('%s accepting %s is %s', (path, accept, wanted) => {
    const found = wantedExport(path, accept)
    expect(found ? `${found.id} ${found.format.name}` : undefined).toBe(wanted)
  })
})
