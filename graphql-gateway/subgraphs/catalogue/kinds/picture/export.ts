// How a picture is cited and catalogued.
import {
  known,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { PictureDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'graphic',
  bibtex: 'misc',
  ris: 'ART',
  gbt: 'Z',
  marc: { type: 'k', level: 'm' },
}

export function exports({ details }: RecordOf<PictureDetails>): KindDetailsExport {
  const { width, height, technique, dimensions } = details
  return {
    // `artMedium` and `size` are of VisualArtwork: an ImageObject says how it was made by its material.
    schemaOrg: known<unknown>({ width, height, material: technique, size: dimensions }),
    csl: known({ medium: technique, dimensions }),
    marc:
      technique || dimensions
        ? [['300', '  ', ['b', technique ?? ''], ['c', dimensions ?? '']] satisfies MarcField]
        : [],
  }
}
