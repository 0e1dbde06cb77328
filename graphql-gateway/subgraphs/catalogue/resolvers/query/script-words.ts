// Query.scriptWords
import { wordsTo } from '@shuxiang/han'
import { badInput } from '@shuxiang/subgraph-kit'
import type { QueryResolvers } from '../../schema/types.generated.ts'

/** More than the titles and lines of any page of a list. */
const LONGEST = 20_000

export const scriptWords: QueryResolvers['scriptWords'] = (_, { text, script }) => {
  if (text.length > LONGEST) throw badInput(`text: give at most ${LONGEST.toLocaleString('en')} characters.`)
  return wordsTo(script === 'HANS' ? 'Hans' : 'Hant', text.split('\n'))
}
