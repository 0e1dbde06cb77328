// How a poem is cited: a classical work that stands by itself, in a collection a part of a book.
import type { KindDetailsExport, KindManner, RecordContent } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'

export const manner: KindManner = {
  describes: 'work',
  csl: 'classic',
  bibtex: 'misc',
  ris: 'CLSWK',
  within: { csl: 'chapter', bibtex: 'incollection', ris: 'CHAP' },
  gbt: 'M',
  marc: { type: 'a', level: 'm' },
}

/** schema.org has no type for a poem; `genre` says it. */
export function exports({ collection }: Pick<RecordContent, 'collection'>): KindDetailsExport {
  return {
    schemaOrg: { genre: [kindEntry('poem').words['zh-CN']] },
    csl: collection ? { 'container-title': collection.label } : {},
  }
}
