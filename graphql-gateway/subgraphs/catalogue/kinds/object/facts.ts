// What the page of an object tells of its details.
import { fact, listWords, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { ObjectDetails } from './details.ts'

export function facts({ details }: { readonly details: ObjectDetails }): Fact[] {
  const { materials, technique, dimensions, era, findspot } = details
  return [
    ...fact(words('年代', 'Age'), era),
    ...fact(words('质地', 'Material'), listWords(materials)),
    ...fact(words('技法', 'Technique'), technique),
    ...fact(words('尺寸', 'Dimensions'), dimensions),
    ...fact(words('出土', 'Found'), findspot),
  ]
}
