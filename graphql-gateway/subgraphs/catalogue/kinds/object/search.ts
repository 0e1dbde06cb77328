// What is searched of an object beside the kernel.
import type { KindSearch, RecordOf } from '@shuxiang/record'
import { asValues } from '../made.ts'
import type { ObjectDetails } from './details.ts'

export function search({ details }: RecordOf<ObjectDetails>): KindSearch {
  const { materials, technique, era, findspot } = details
  return {
    facets: { material: asValues(materials), technique: asValues([technique]) },
    texts: [era, findspot].filter((text) => text !== undefined),
  }
}
