// The sources of records that are installed: the only list of them. Jobs and the import command read it.
import type { SourceModule } from '@shuxiang/record/source'

/** The first of them fills a new installation. */
export const sources: readonly SourceModule[] = [
  {
    name: 'chinese-poetry',
    async open({ firstPart }) {
      const [{ chinesePoetry }, { demonstrationLibraries, divisions }] = await Promise.all([
        import('@shuxiang/exchange'),
        import('@shuxiang/subgraph-sites/content'),
      ])
      return chinesePoetry(demonstrationLibraries(divisions()), undefined, firstPart)
    },
  },
]
