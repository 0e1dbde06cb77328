// SearchEdge.titleBeside
import { bounds } from '@shuxiang/record'
import type { TextRun } from '@shuxiang/search/contract'
import { interfaceLanguage } from '@shuxiang/subgraph-kit'
import { besideTitle } from '../record/title-beside.ts'
import { edgeField } from './edge.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

export const titleBeside = edgeField<SearchEdgeResolvers['titleBeside']>()(
  ['title', 'language', 'parallelTitles'],
  async ({ node, asked, page }, args) => {
    const language = interfaceLanguage(args)
    const marked = (text: string): readonly TextRun[] =>
      page.search.highlight(asked, text, { maxLength: bounds.title, field: 'title' })
    const known = (node.parallelTitles ?? [])
      .filter((one) => language === 'zh-CN' || one.language === language)
      .map((one) => ({ text: marked(one.title), language: one.language }))
    const [found] = known.toSorted((a, b) => lettersFound(b.text) - lettersFound(a.text))
    if (language === 'zh-CN') return found && lettersFound(found.text) > 0 ? found : null
    if (found) return found
    const beside = await besideTitle(node, language)
    return beside && { text: marked(beside.text), language: beside.language }
  },
)

function lettersFound(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text, marked }) => sum + (marked ? text.length : 0), 0)
}
