// Regular expressions in time linear in the text: MongoDB's are PCRE, RE2 runs them. Where the two differ, the pattern
// is rewritten or refused by name.
import { RE2JS, RE2JSException } from 're2js'
import { fail } from '../bson/errors.ts'

/** A compiled pattern. */
export interface Pattern {
  /** Whether the text contains a match. @throws MongoError 51091 for too much work, 115 where PCRE may differ. */
  test(text: string): boolean
  /** The text every match starts at the beginning of the string with, for an index range. */
  readonly prefix: string
}

const longestPattern = 16 * 1024
/** Most instructions times characters for one text: some seconds at the worst. */
const mostWork = 128 * 1024 * 1024
const mostCached = 200
const cache = new Map<string, Pattern>()

/**
 * Compiles a PCRE pattern without back references or look-around.
 * @throws MongoError 51091 for a wrong pattern, `flagCode` for an unknown option, 115 for what is not supported.
 */
export function compilePattern(pattern: string, options: string, flagCode = 51108): Pattern {
  const key = `${options}/${pattern}`
  const known = cache.get(key)
  if (known) return known
  for (const letter of options)
    if (!'imsxu'.includes(letter)) fail(flagCode, `invalid flag in regex options: ${letter}`)
  if (options.includes('x')) refuse('the option x')
  if (pattern.length > longestPattern)
    fail(51091, `Regular expression is longer than ${longestPattern} characters`)
  if (pattern.includes('\0')) fail(51091, 'Regular expression is invalid: it contains a zero byte')
  const compiled = assemble(pattern, options)
  if (cache.size >= mostCached) cache.clear()
  cache.set(key, compiled)
  return compiled
}

const refuse = (what: string): never =>
  fail(115, `Regular expression with ${what} is not supported by the embedded store`)

function assemble(pattern: string, options: string): Pattern {
  const literal = /[im]/.test(options) ? undefined : literalOf(pattern)
  if (literal?.whole) {
    const { text: part, anchored } = literal
    const test = (text: string): boolean => (anchored ? text.startsWith(part) : text.includes(part))
    return { prefix: anchored ? part : '', test }
  }
  const { source, lineEnds, lineStarts } = translate(pattern, options)
  const program = compile(source, options)
  const prefix = literal?.anchored ? literal.text : ''
  const found = (text: string): boolean => {
    if (program.programSize() * text.length > mostWork)
      fail(
        51091,
        `Regular expression has too much work with a text of ${text.length} characters; use a shorter one`,
      )
    return program.test(text)
  }
  return {
    prefix,
    test(text) {
      if (prefix && !text.startsWith(prefix)) return false
      if (!text.endsWith('\n')) return found(text)
      if (lineEnds.has('inside')) refuse('a $ before other parts, on a text that ends with a line break,')
      if (lineStarts.has('inside')) refuse('a ^ behind other parts, on a text that ends with a line break,')
      // RE2 lets ^ stand behind the last line break, PCRE does not.
      if (lineStarts.has('first') && found(text) && startOf(program, text) === text.length)
        refuse('a match of nothing behind the last line break')
      // PCRE lets $ stand before the last line break too, RE2 at the very end only.
      return found(text) || (lineEnds.has('last') && found(text.slice(0, -1)))
    },
  }
}

function startOf(program: RE2JS, text: string): number {
  const matcher = program.matcher(text)
  return matcher.find() ? matcher.start() : -1
}

function compile(source: string, options: string): RE2JS {
  try {
    return RE2JS.compile(
      source,
      (options.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
        (options.includes('m') ? RE2JS.MULTILINE : 0) |
        (options.includes('s') ? RE2JS.DOTALL : 0),
    )
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    if (/invalid repeat count/.test(error.message)) refuse('that many repeats')
    return fail(51091, `Regular expression is invalid: ${error.message.slice(0, 200)}`)
  }
}

/** The literal text a pattern begins with, and whether that is all of it. */
function literalOf(pattern: string): { text: string; anchored: boolean; whole: boolean } | undefined {
  if (pattern.includes('|')) return undefined
  const [, anchor = '', text = '', next = ''] = /^(\^?)([^\\^$.?*+()[\]{}]*)(.?)/su.exec(pattern) ?? []
  const whole = anchor.length + text.length === pattern.length
  // A quantifier belongs to the last character.
  const kept = /[?*+{]/.test(next) ? Array.from(text).slice(0, -1).join('') : text
  return { text: kept, anchored: anchor !== '', whole }
}

/** A pattern as RE2 reads it, and where it leans on the ends of lines: there PCRE treats a last line break apart. */
interface Translated {
  readonly source: string
  readonly lineEnds: ReadonlySet<'last' | 'inside'>
  readonly lineStarts: ReadonlySet<'first' | 'inside'>
}

/** One part of a pattern outside of classes: quoted text, an escape, a class, the beginning of a group, a character. */
const outside =
  /\\Q.*?(?:\\E|$)|\\(?:x\{[^}]*\}|[pP](?:\{[^}]*\}|.)|.?)|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]])*\]?|\((?:\?[^a-zA-Z:]?[^:)>]*|\*)?|./gsu
/** One part of a class. */
const inside = /\[:\^?\w+:\]|\[[.=]|\\(?:x\{[^}]*\}|[pP](?:\{[^}]*\}|.)|.?)|./gsu

function translate(pattern: string, options: string): Translated {
  const multiline = options.includes('m')
  const folding = options.includes('i') || /\(\?[a-z]*i/.test(pattern)
  let [depth, at, source] = [0, 0, '']
  const lineEnds = new Set<'last' | 'inside'>()
  const lineStarts = new Set<'first' | 'inside'>()
  for (const [part] of pattern.matchAll(outside)) {
    const from = at
    at += part.length
    const next = pattern[at]
    if (part.startsWith('(')) {
      depth++
      checkGroup(part)
    } else if (part === ')') depth--
    if (part === '$' || part === '\\Z') {
      const last =
        !multiline && depth === 0 && (next === undefined || next === '|') && !pattern.includes('\\z')
      if (!multiline || part === '\\Z') lineEnds.add(last ? 'last' : 'inside')
      source += multiline && part === '$' ? part : '\\z'
    } else if (part === '^' && multiline) {
      const first = depth === 0 && (from === 0 || pattern[from - 1] === '|')
      lineStarts.add(first ? 'first' : 'inside')
      source += part
    } else if (part.startsWith('[')) source += classOf(part, folding)
    else source += part.startsWith('\\') && !part.startsWith('\\Q') ? escapeOf(part, folding, false) : part
  }
  return { source, lineEnds, lineStarts }
}

/** Groups that only group, capture, or turn `i` and `s` on and off are the same in both. */
function checkGroup(part: string): void {
  if (part === '(' || part === '(?' || /^\(\?(?:P?<\w*|[is]*(?:-[is]+)?)$/.test(part)) return
  if (part.startsWith('(?=') || part.startsWith('(?!')) refuse('lookahead')
  if (part.startsWith('(?<=') || part.startsWith('(?<!')) refuse('lookbehind')
  refuse(`a group that begins with ${part.slice(0, 6)}`)
}

/** Members of a class that stand for many characters, and what they are where RE2 means others. */
const spaces = '\\t-\\r '
const notSpaces = '\\x00-\\x08\\x0e-\\x1f!-\\x{10FFFF}'

function classOf(part: string, folding: boolean): string {
  return part.replace(inside, (member) => {
    if (member === '[.' || member === '[=') return refuse('collating elements')
    if (member.startsWith('[:') && folding) return refuse(`${member} without regard to case`)
    if (member === '[:space:]') return spaces
    return member.startsWith('\\') ? escapeOf(member, folding, true) : member
  })
}

function escapeOf(part: string, folding: boolean, inClass: boolean): string {
  const letter = part[1] ?? ''
  if (letter === 's') return inClass ? spaces : `[${spaces}]`
  if (letter === 'S') return inClass ? notSpaces : `[^${spaces}]`
  if (letter === 'w' || letter === 'W') {
    if (!folding) return part
    // Without regard to case, RE2 finds two more letters in \w.
    return inClass ? refuse(`${part} in a class without regard to case`) : `(?-i:${part})`
  }
  if (letter === 'e') return '\\x1b'
  if (letter === 'b' && inClass) return '\\x08'
  if (/[pP]/.test(letter)) {
    // What belongs to a script changed between versions of PCRE; a category without regard to case as well.
    if (folding || !/^..(?:[A-Z]|\{\^?[A-Z][a-z]?\})$/.test(part)) refuse(part)
    return part
  }
  if (/[1-9gk]/.test(letter)) refuse('a back reference')
  if (/[hHvVNRXKGCcoQE]/.test(letter)) refuse(part)
  return part
}
