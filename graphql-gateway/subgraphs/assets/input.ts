// What clients send about pictures and files, checked.
import { badInput, oneLine, readLanguageTag } from '@shuxiang/subgraph-kit'
import { largestGiven, longestAlt, longestCredit, longestName, longestTitle } from './bounds.ts'
import { licenceNames } from './resolvers/names.ts'
import type { AssetDescription, AssetWordsInput } from './schema/types.generated.ts'
import type { Described } from './store/change.ts'
import { licences, type Words } from './store/documents.ts'

/** Languages of texts about one asset. */
const mostLanguages = 20

export const isId = (id: string): boolean => /^[A-Za-z0-9_-]{24}$/.test(id)
export const isHash = (hash: string): boolean => /^[0-9a-f]{64}$/.test(hash)

/** Errors of all: BAD_USER_INPUT with a sentence. */
export function readAnnounced(
  key: string,
  name: string,
  bytes: number,
): { key: string; name: string; bytes: number } {
  if (!/^[\w-]{8,64}$/.test(key)) throw badInput('key: draw 8 to 64 letters and digits.')
  const line = oneLine(name)
  if (line === null || line === '') throw badInput('name: give the name of the file.')
  if (!Number.isInteger(bytes) || bytes < 1) throw badInput('The file is empty.', 'empty-file')
  if (bytes > largestGiven) throw badInput('The file is larger than 12 MB.', 'too-large')
  return { key, bytes, name: [...line].slice(0, longestName).join('') }
}

/** Errors: BAD_USER_INPUT for what is no base64. */
export function readBytes(content: string): Buffer {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(content)) throw badInput('content: give the bytes in base64.')
  return Buffer.from(content, 'base64')
}

export function readDescription(said: AssetDescription): Described {
  const name = readLine('name', said.name, longestName)
  if (name === '') throw badInput('name: give it a name.', 'name')
  const { x, y } = said.focal
  if (![x, y].every((part) => part >= 0 && part <= 1)) throw badInput('focal: give x and y from 0 to 1.')
  if (said.language !== '') readLanguageTag('language', said.language, 'language')
  const licence = licences.find((one) => licenceNames[one] === said.licence)
  if (!licence) throw badInput('licence: give one of the list.')
  const alt = readWords('alt', said.alt, longestAlt)
  if (said.decorative && Object.keys(alt).length > 0)
    throw badInput('A picture that is decoration has no description.', 'decorative')
  return {
    ...{ name, alt, licence, focal: { x, y } },
    decorative: said.decorative,
    credit: readLine('credit', said.credit, longestCredit),
    title: readWords('title', said.title, longestTitle),
    language: said.language,
  }
}

function readWords(name: string, words: readonly AssetWordsInput[], longest: number): Words {
  if (words.length > mostLanguages) throw badInput(`${name}: give at most ${mostLanguages} languages.`)
  const read = words.map(({ language, text }) => {
    return [readLanguageTag(name, language), readLine(name, text, longest)] as const
  })
  return Object.fromEntries(read.filter(([, text]) => text !== ''))
}

function readLine(name: string, text: string, longest: number): string {
  const line = oneLine(text)
  if (line === null) throw badInput(`${name}: write it in one line, without signs that are not seen.`, name)
  if ([...line].length > longest) throw badInput(`${name}: give at most ${longest} characters.`, name)
  return line
}
