// The texts of an asset in one spelling, for finding it again.
import type { AssetDoc } from './documents.ts'

type Texts = Pick<AssetDoc, 'name' | 'alt' | 'title' | 'credit'>

/** Width and case of letters do not matter (NFKC). */
export const oneSpelling = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

export function wordsOf({ name, alt, title, credit }: Texts): string {
  return oneSpelling([name, ...Object.values(alt), ...Object.values(title), credit].join('\n'))
}
