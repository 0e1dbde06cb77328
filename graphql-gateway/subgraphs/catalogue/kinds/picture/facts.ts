// What the page of a picture tells of its details.
import { fact, pixelWords, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { PictureDetails } from './details.ts'

export function facts({ details }: { readonly details: PictureDetails }): Fact[] {
  const { width, height, technique, dimensions } = details
  return [
    ...fact(words('技法', 'Technique'), technique),
    ...fact(words('原件尺寸', 'Size of the original'), dimensions),
    ...fact(words('像素', 'Pixels'), pixelWords(width, height)),
  ]
}
