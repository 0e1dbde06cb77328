import { describe, expect, it } from 'vitest'
import { testPlan } from '../testing/test-plan.ts'
import { wantedDocument } from './wanted-document.ts'

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const documents = [
  { suffix: 'bib', type: 'application/x-bibtex' },
  { suffix: 'jsonld', type: 'application/ld+json' },
  { suffix: 'xml', type: 'application/marcxml+xml' },
]
const plan = testPlan({
  pages: [
    { path: '/item/:id', status: 'rendered', preload: [], slots: [], documents },
    { path: '/search', status: 'rendered', preload: [], slots: [], documents: [] },
  ],
})

describe('the document that is wanted', () => {
  it.each([
    ['/item/a.bib', browser, 'a bib'],
    ['/item/a.b.xml', undefined, 'a.b xml'],
    ['/item/%E9%9D%99.bib', undefined, '静 bib'],
    ['/item/a', 'application/ld+json', 'a jsonld'],
    ['/item/a', 'text/html;q=0.5, application/x-bibtex', 'a bib'],
    ['/item/a', 'application/x-bibtex;q=0.5, text/html', undefined],
    ['/item/a', 'application/x-bibtex;q=0', undefined],
    ['/item/a', browser, undefined],
    ['/item/a', '*/*', undefined],
    ['/item/a', undefined, undefined],
    ['/item/a', 'q=;;,,', undefined],
    ['/item/.bib', undefined, undefined],
    ['/item/a/b.bib', undefined, undefined],
    [`/item/${'a'.repeat(201)}.bib`, undefined, undefined],
    ['/search', 'application/ld+json', undefined],
    ['/search.bib', undefined, undefined],
  ])('at %s accepting %s is %s', (path, accept, wanted) => {
    const found = wantedDocument(plan, path, accept)
    expect(found ? `${found.names['id']} ${found.format.suffix}` : undefined).toBe(wanted)
  })
  it('is found in bounded time in a header without end', () => {
    const began = performance.now()
    wantedDocument(plan, '/item/a', 'a/b;q=0.1,'.repeat(1e5))
    expect(performance.now() - began).toBeLessThan(100)
  })
})
