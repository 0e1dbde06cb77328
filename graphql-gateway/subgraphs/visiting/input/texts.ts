// Texts that clients send, checked and brought into the form in which they are kept: composed, without controls.
import { badInput, oneLine, readLanguageTag } from '@shuxiang/subgraph-kit'
import { longestLink, longestName, longestText, mostLanguages } from '../bounds.ts'
import type { Words } from '../hours/model.ts'
import type { LocalTextInput } from '../schema/types.generated.ts'

/** Embeddings, overrides and isolates: nobody types them, and they make a text read as another. */
const turned = /[\u202A-\u202E\u2066-\u2069]/g

/** A line in each language. Errors of all: BAD_USER_INPUT with a sentence. */
export function readNames(argument: string, texts: readonly LocalTextInput[], atLeast: 0 | 1): Words {
  return readWords(argument, texts, atLeast, (text) => {
    const line = plainLine(text)
    if (line !== null && [...line].length > longestName)
      throw badInput(`${argument}: give at most ${longestName} characters in one language.`)
    return line
  })
}

/** Paragraphs in each language, parted by line breaks. */
export function readTexts(argument: string, texts: readonly LocalTextInput[], atLeast: 0 | 1): Words {
  return readWords(argument, texts, atLeast, (text) => {
    if (text.length > 2 * longestText || [...text].length > longestText)
      throw badInput(`${argument}: give at most ${longestText} characters in one language.`)
    return plainLines(text)
  })
}

/** Paragraphs in whatever language. */
export function readParagraphs(argument: string, text: string, most: number): string {
  const lines = text.length > 4 * most ? null : plainLines(text)
  if (lines === null || [...lines].length > most)
    throw badInput(`${argument}: give at most ${most} characters.`, 'long')
  return lines
}

/** Null for what is no text. */
function plainLines(text: string): string | null {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(plainLine)
  if (lines.includes(null)) return null
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A line, or null for one that is left out or empty. */
export function readLine(argument: string, text: string | null | undefined): string | null {
  const line = plainLine(text ?? '')
  if (line === null || [...line].length > longestName)
    throw badInput(`${argument}: give a line of at most ${longestName} characters.`)
  return line === '' ? null : line
}

/** `https://…`, `http://…` or a path of the library's site; null when there is none. */
export function readLink(argument: string, text: string | null | undefined): string | null {
  const link = plainLine(text ?? '')
  if (link === '') return null
  if (link !== null && link.length <= longestLink && (isPath(link) || isWebAddress(link))) return link
  throw badInput(`${argument}: give an address that begins with https:// or with one slash.`, 'link')
}

/** Two slashes, or one that leans the other way, lead to another host. */
function isPath(link: string): boolean {
  return /^\/(?![/\\])[^\s\\]*$/.test(link)
}

function isWebAddress(link: string): boolean {
  const url = /^https?:\/\/[^\s\\]+$/i.test(link) ? URL.parse(link) : null
  return url !== null && url.username === '' && url.password === ''
}

/** As the Internet writes addresses of mail; whether there is a box nobody can see in it. */
export function readEmail(argument: string, text: string | null | undefined): string | null {
  const email = readLine(argument, text)
  if (email === null || /^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}$/.test(email))
    return email
  throw badInput(`${argument}: give an address of mail, such as lib@example.cn.`, 'email')
}

export function readTelephone(argument: string, text: string | null | undefined): string | null {
  const number = readLine(argument, text)
  if (number === null || /^\+?[0-9][0-9 ()-]{2,24}( ?(转|ext\.?) ?[0-9]{1,6})?$/.test(number)) return number
  throw badInput(`${argument}: give a telephone number, such as 0571-88586301.`, 'telephone')
}

function plainLine(text: string): string | null {
  return oneLine(text.replace(turned, ''))
}

function readWords(
  argument: string,
  texts: readonly LocalTextInput[],
  atLeast: 0 | 1,
  readOne: (text: string) => string | null,
): Words {
  if (texts.length > mostLanguages) throw badInput(`${argument}: give at most ${mostLanguages} languages.`)
  const words = new Map<string, string>()
  for (const { language: tag, text } of texts) {
    readLanguageTag(argument, tag)
    if (words.has(tag)) throw badInput(`${argument}: give one text in ${tag}, not two.`)
    const read = readOne(text)
    if (read === null) throw badInput(`${argument}: this is no text.`)
    if (read !== '') words.set(tag, read)
  }
  if (words.size < atLeast) throw badInput(`${argument}: give a text in one language at least.`)
  return Object.fromEntries(words)
}
