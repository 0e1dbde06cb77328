// Names in simplified characters, so that one person is one person in traditional and simplified texts.
import dictionary from 'opencc-js/dict/TSCharacters'

/** Characters that stay in names although running text simplifies them. */
const kept = new Set(['乾', '昇', '徵', '甯', '璿', '鍊'])

const table = new Map(
  dictionary.split('|').flatMap((entry): [string, string][] => {
    const [from = '', to = ''] = entry.split(' ')
    return from === '' || to === '' || kept.has(from) ? [] : [[from, to]]
  }),
)

export function simplified(text: string): string {
  return Array.from(text, (char) => table.get(char) ?? char).join('')
}
