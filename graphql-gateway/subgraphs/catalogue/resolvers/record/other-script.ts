// Record.otherScript
import { otherLanguage, wordsOf } from '@shuxiang/han'
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { textById, witnessesById } from '../loaders.ts'
import type { OtherScript, RecordResolvers } from '../../schema/types.generated.ts'

export const otherScript = fieldOf<RecordDoc, RecordResolvers['otherScript']>()(
  ['_id', 'language', 'title', 'alternativeTitles', 'contents', 'textLength', 'witnessCount', 'withdrawn'],
  async (doc, { witness }, context) => {
    if (witness && doc.witnessCount) {
      const found = (await witnessesById(context, doc._id))?.witnesses.find((one) => one.witness === witness)
      if (found)
        return otherScriptOf(
          found.paragraphs.map((paragraph) => paragraph.text),
          found.language,
        )
    }
    if (otherLanguage(doc.language) === null) return null
    const text = doc.withdrawn || doc.textLength === 0 ? null : await textById(context, doc._id)
    return otherScriptOf(
      [
        doc.title,
        ...doc.alternativeTitles,
        ...doc.contents.map(({ title }) => title),
        ...(text?.paragraphs.map((paragraph) => paragraph.text) ?? []),
      ],
      doc.language,
    )
  },
)

/** Null for a language that has no other script. */
export async function otherScriptOf(texts: readonly string[], language: string): Promise<OtherScript | null> {
  const other = otherLanguage(language)
  return other === null ? null : { language: other, words: await wordsOf(texts, language) }
}
