// What is searched of a picture beside the kernel.
import type { KindSearch, RecordOf } from '@shuxiang/record'
import { asValues } from '../made.ts'
import type { PictureDetails } from './details.ts'

export function search({ details: { technique } }: RecordOf<PictureDetails>): KindSearch {
  return { facets: { technique: asValues([technique]) } }
}
