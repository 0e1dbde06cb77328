// What is searched of a video beside the kernel.
import { known, type KindSearch, type RecordOf } from '@shuxiang/record'
import { languages, nameOf, words, type FacetEntry } from '@shuxiang/vocabulary'
import type { VideoDetails } from './details.ts'

export const captionsFacet: FacetEntry = {
  id: 'captions',
  words: words('字幕', 'Captions'),
  values: 'languages',
}

export function search({ details: { duration, captions } }: RecordOf<VideoDetails>): KindSearch {
  return {
    facets: {
      captions: captions.map((value) => ({ value, label: nameOf(languages, value, 'zh-CN') })),
    },
    sorts: known({ duration }),
  }
}
