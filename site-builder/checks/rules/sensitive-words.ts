/** Words that the installation wants looked at. The table is its own; without one the rule says nothing. */
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'
import { foldedText } from '../sensitive-words.ts'
import { writtenOn } from '../texts.ts'
import { placeOf } from './place.ts'

export const sensitiveWords: Rule = {
  name: 'sensitive-words',
  find({ pages, sensitive = [] }) {
    if (sensitive.length === 0) return []
    const table = sensitive.map((entry) => ({ ...entry, folded: foldedText(entry.word) }))
    return [...pages].flatMap(([page, doc]) =>
      writtenOn(page, doc)
        .texts.filter(({ heads, field }) => !heads || field.startsWith('title'))
        .flatMap((text): Found[] => {
          const folded = foldedText(text.text)
          return table
            .filter((entry) => folded.includes(entry.folded))
            .map(({ word, severity, why }) => ({
              severity,
              ...placeOf(text),
              words: words(
                `“${text.label['zh-CN']}”里有“${word}”。${why?.['zh-CN'] ?? '它在本平台的词表上，请核对。'}`,
                `“${text.label.en}” holds “${word}”. ${why?.en ?? 'It is on the list of this installation; look at it again.'}`,
              ),
            }))
        }),
    )
  },
}
