// Record.titleBeside
import { soundOf } from '@shuxiang/han'
import { fieldOf, interfaceLanguage } from '@shuxiang/subgraph-kit'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import type { RecordDoc } from '../../model/record.ts'
import type { RecordResolvers, TitleBeside } from '../../schema/types.generated.ts'

type Titled = Pick<RecordDoc, 'title' | 'language' | 'parallelTitles'>

export const titleBeside = fieldOf<RecordDoc, RecordResolvers['titleBeside']>()(
  ['title', 'language', 'parallelTitles'],
  (doc, args) => besideTitle(doc, interfaceLanguage(args)),
)

/** The title that is known in the language, else the sound of a title in characters; in Chinese one that is known abroad. */
export async function besideTitle(
  { title, language, parallelTitles = [] }: Titled,
  reader: InterfaceLanguage,
): Promise<TitleBeside | null> {
  const known = parallelTitles.find((one) => reader === 'zh-CN' || one.language === reader)
  if (known) return { text: known.title, language: known.language }
  if (reader === 'zh-CN') return null
  if (!/^(?:lzh|zh)\b/.test(language)) return null
  const sound = await soundOf(title)
  return sound === null ? null : { text: sound, language: 'zh-Latn-pinyin' }
}
