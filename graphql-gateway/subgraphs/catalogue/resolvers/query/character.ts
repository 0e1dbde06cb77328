// Query.character and Character
import { characterOf, readingsOf, UNSURE } from '@shuxiang/han'
import { badInput } from '@shuxiang/subgraph-kit'
import type { CharacterResolvers, QueryResolvers } from '../../schema/types.generated.ts'

/** Enough for a couplet or a sentence, which decide how a character is read. */
const LONGEST_LINE = 200

const HAN = /\p{Script=Han}/u

const SOURCE = {
  name: 'Unihan (Unicode)',
  url: 'https://www.unicode.org/charts/unihan.html',
  licence: 'Unicode-3.0',
}

export const character: QueryResolvers['character'] = async (_, { text, line, at }) => {
  if (text.length > 2 || [...text].length !== 1) throw badInput('text: give one character.')
  if (line && line.length > LONGEST_LINE) throw badInput(`line: give at most ${LONGEST_LINE} characters.`)
  const found = characterOf(text)
  return (
    found && {
      ...found,
      there: line && at !== undefined && at !== null ? await readingIn(text, line, at) : null,
    }
  )
}

/** Of the character at a place of a line; null when it does not stand there. */
async function readingIn(text: string, line: string, at: number): Promise<string | null> {
  const chars = [...line]
  if (chars[at] !== text || !HAN.test(text)) return null
  const before = chars.slice(0, at).filter((char) => HAN.test(char)).length
  return (await readingsOf(line)).split(' ')[before] ?? null
}

export const characterFields = {
  text: (node) => node.character,
  reading: ({ there }) => (there === null || there === '-' ? null : there.replace(UNSURE, '')),
  sure: ({ there }) => there !== null && !there.endsWith(UNSURE),
  radical: ({ radical }) => radical?.character ?? null,
  strokesBeside: ({ radical }) => radical?.rest ?? null,
  source: () => SOURCE,
} satisfies Partial<CharacterResolvers>
