// Where everything of this source comes from.
import type { RecordContent } from '@shuxiang/record'

export const sourceName = 'chinese-poetry'
export const source: RecordContent['source'] = {
  name: sourceName,
  url: 'https://github.com/chinese-poetry/chinese-poetry',
  licence: 'MIT',
}
/** The lists of authors among it. */
export const authorsSource: RecordContent['source'] = { ...source, name: `${sourceName} 作者小传` }
