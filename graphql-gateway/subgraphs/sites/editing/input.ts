// What clients send, checked: addresses, titles, edits.
import { blockId, parseOp, type Op } from '@shuxiang/site-model'
import { badInput, oneLine, readLanguageTag } from '@shuxiang/subgraph-kit'
import { longestComment, longestPath, longestTitle, mostOpsInSave } from './bounds.ts'

/** First parts of addresses that are the product's own, on every site. */
const takenParts: ReadonlySet<string> = new Set([
  ...['search', 'item', 'read', 'courses', 'government', 'archive', 'my', 'events', 'console', 'library'],
  ...['graphql', 'health', 'oai', 'sru', 'opds', 'iiif', 'feeds', 'auth', 'preferences', 'assets', 'preview'],
])

/** An address for a page. Errors of all: BAD_USER_INPUT with a sentence. */
export function readPath(text: string): string {
  const path = text.normalize('NFC')
  if (path.length > longestPath || !/^(\/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*)+$/u.test(path))
    throw badInput(
      `path: give an address such as /about/hours, of letters, digits and hyphens, at most ${longestPath} characters.`,
      'path',
    )
  const first = path.split('/')[1] ?? ''
  if (takenParts.has(first.toLowerCase()))
    throw badInput(
      `path: addresses below /${first} are the product’s own. Choose another one.`,
      'path-reserved',
    )
  return path
}

/** Chosen by the one who makes something, so that asking twice makes one. */
export function readKey(key: string, name = 'key'): string {
  if (!/^[\w-]{8,64}$/.test(key)) throw badInput(`${name}: draw 8 to 64 letters and digits.`)
  return key
}

/** A block of a page, whether it is stored yet or not; empty for none. */
export function readBlock(block: string | null | undefined): string {
  if (block === null || block === undefined) return ''
  if (!blockId.safeParse(block).success) throw badInput('block: this is no id of a block.')
  return block
}

/** Plain text in lines. */
export function readComment(given: string): string {
  const text = given
    .slice(0, 4 * longestComment)
    .replaceAll('\r\n', '\n')
    .normalize('NFC')
    .trim()
  if (text === '' || given.length > 4 * longestComment || [...text].length > longestComment)
    throw badInput(`text: write 1 to ${longestComment} characters.`, 'comment-length')
  if (!text.isWellFormed() || /[^\P{Cc}\n\t]/u.test(text))
    throw badInput(
      'text: it has characters that nobody can read. Write it without them.',
      'comment-characters',
    )
  return text
}

export interface LocalTextInput {
  readonly language: string
  readonly text: string
}

/** Texts by language, each of one line. */
export function readTexts(name: string, texts: readonly LocalTextInput[], longest = longestTitle) {
  const found: Record<string, string> = {}
  for (const { language, text } of texts) {
    readLanguageTag(name, language)
    const line = oneLine(text)
    if (line === null || line === '' || [...line].length > longest)
      throw badInput(`${name}: give 1 to ${longest} characters in each language.`)
    if (Object.hasOwn(found, language)) throw badInput(`${name}: give one text for ${language}.`)
    found[language] = line
  }
  if (Object.keys(found).length === 0 || Object.keys(found).length > 20)
    throw badInput(`${name}: give a text in 1 to 20 languages.`)
  return found
}

export interface SentOp {
  readonly id: string
  readonly op: Op
}

/** Edits as JSON, each with the id that the editor drew for it. */
export function readOps(sent: readonly { readonly id: string; readonly op: string }[]): readonly SentOp[] {
  if (sent.length > mostOpsInSave) throw badInput(`ops: send at most ${mostOpsInSave} edits at once.`)
  if (new Set(sent.map(({ id }) => id)).size !== sent.length) throw badInput('ops: draw an id for each edit.')
  return sent.map(({ id, op }, n) => {
    if (!/^[\w-]{8,64}$/.test(id))
      throw badInput(`ops: the id of edit ${n} is not of 8 to 64 letters and digits.`)
    let value: unknown
    try {
      value = JSON.parse(op)
    } catch {
      throw badInput(`ops: edit ${n} is no JSON.`)
    }
    const parsed = parseOp(value)
    if (parsed.ok) return { id, op: parsed.value }
    throw badInput(`ops: edit ${n} is none: ${parsed.faults[0]?.path} ${parsed.faults[0]?.message}.`, 'op')
  })
}
