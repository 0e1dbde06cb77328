// How a book is cited and catalogued.
import {
  known,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import { categoryCode } from '../classification.ts'
import type { BookDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'book',
  bibtex: 'book',
  ris: 'BOOK',
  gbt: 'M',
  marc: { type: 'a', level: 'm' },
}

export function exports({ details, source }: RecordOf<BookDetails>): KindDetailsExport {
  const { place, edition, extent, pages, series, classification } = details
  const size = extent ?? (pages === undefined ? undefined : `${pages}页`)
  return {
    schemaOrg: known<unknown>({
      // A text without an edition of its own is told by who made it electronic.
      bookEdition: edition ?? `${source.name} 电子版`,
      numberOfPages: pages,
      about: categoryCode(classification),
      position: series?.number,
    }),
    csl: known({
      'publisher-place': place,
      edition,
      'number-of-pages': pages === undefined ? undefined : String(pages),
      'collection-title': series?.title,
      'collection-number': series?.number,
    }),
    marc: [
      ...(classification ? [['084', '  ', ['a', classification], ['2', 'clc']] satisfies MarcField] : []),
      ...(size ? [['300', '  ', ['a', size]] satisfies MarcField] : []),
      ...(series ? [['490', '0 ', ['a', series.title], ['v', series.number ?? '']] satisfies MarcField] : []),
    ],
  }
}
