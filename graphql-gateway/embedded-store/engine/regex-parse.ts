// Parses a PCRE pattern into a small tree; what a linear matcher cannot do is refused by name.
import { fail } from './errors.ts'
import {
  between,
  controls,
  fold,
  isSpace,
  isWord,
  not,
  posix,
  shorthand,
  type Test,
  unfold,
} from './regex-classes.ts'

/** A place condition. */
export type Assertion = 'start' | 'end' | 'endOrNewline' | 'lineStart' | 'lineEnd' | 'boundary' | 'noBoundary'

/** A parsed pattern. */
export type Node =
  | { readonly kind: 'one'; readonly test: Test; readonly literal?: number }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'either'; readonly nodes: readonly Node[] }
  | {
      readonly kind: 'repeat'
      readonly node: Node
      readonly least: number
      readonly most: number
      readonly lazy: boolean
    }
  | { readonly kind: 'group'; readonly node: Node; readonly number: number }

/** The options MongoDB knows: i, m, s, x (u is always on). */
export interface Flags {
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly dotAll: boolean
  readonly extended: boolean
}

const maxPattern = 16 * 1024
const maxNesting = 60
const maxRepeat = 1000

/** Parses a pattern. @throws MongoError 51091 when it is wrong, 115 when it needs backtracking. */
export function parsePattern(pattern: string, flags: Flags): { node: Node; groups: number } {
  if (pattern.length > maxPattern) fail(51091, `Regular expression is longer than ${maxPattern} characters`)
  if (pattern.includes('\0')) fail(51091, 'Regular expression is invalid: it contains a zero byte')
  const parser = new Parser(pattern, flags)
  const node = parser.alternatives(0)
  if (!parser.done()) parser.wrong('unmatched closing parenthesis')
  return { node, groups: parser.groups }
}

class Parser {
  groups = 0
  private at = 0
  private flags: Flags
  private readonly chars: readonly string[]

  constructor(pattern: string, flags: Flags) {
    this.chars = Array.from(pattern)
    this.flags = flags
  }

  done(): boolean {
    return this.at >= this.chars.length
  }

  wrong(what: string): never {
    return fail(51091, `Regular expression is invalid: ${what} at offset ${this.at}`)
  }

  private refuse(what: string): never {
    return fail(115, `Regular expression with ${what} is not supported by the embedded store`)
  }

  private take(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.chars[this.at + i] !== text[i]) return false
    this.at += text.length
    return true
  }

  alternatives(depth: number): Node {
    if (depth > maxNesting) this.wrong(`groups nested deeper than ${maxNesting}`)
    const outer = this.flags
    const nodes = [this.sequence(depth)]
    while (this.take('|')) nodes.push(this.sequence(depth))
    this.flags = outer
    const [only] = nodes
    return only && nodes.length === 1 ? only : { kind: 'either', nodes }
  }

  private sequence(depth: number): Node {
    const nodes: Node[] = []
    while (!this.done() && this.chars[this.at] !== '|' && this.chars[this.at] !== ')') {
      if (this.take('\\Q')) {
        while (!this.done() && !this.take('\\E')) nodes.push(this.literal(this.chars[this.at++] ?? ''))
        continue
      }
      const node = this.atom(depth)
      if (node) nodes.push(this.quantified(node))
    }
    return { kind: 'sequence', nodes }
  }

  private quantified(node: Node): Node {
    const char = this.chars[this.at]
    let least = 0
    let most = Infinity
    if (char === '*') this.at++
    else if (char === '+') [least, this.at] = [1, this.at + 1]
    else if (char === '?') [most, this.at] = [1, this.at + 1]
    else {
      const range = char === '{' ? this.range() : undefined
      if (!range) return node
      ;[least, most] = range
    }
    if (this.take('+')) this.refuse('a possessive quantifier')
    const lazy = this.take('?')
    if (/^[*+?]$/.test(this.chars[this.at] ?? '')) this.wrong('nothing to repeat')
    return { kind: 'repeat', node, least, most, lazy }
  }

  /** `{n}`, `{n,}`, `{n,m}`; anything else after a brace is text. */
  private range(): [number, number] | undefined {
    const match = /^\{(\d+)(,(\d*))?\}/.exec(this.chars.slice(this.at, this.at + 16).join(''))
    if (!match) return undefined
    const least = Number(match[1])
    const most = match[2] === undefined ? least : match[3] ? Number(match[3]) : Infinity
    if (least > most) this.wrong('numbers out of order in a quantifier')
    if (least > maxRepeat || (most !== Infinity && most > maxRepeat))
      this.refuse(`more than ${maxRepeat} repeats`)
    this.at += match[0].length
    return [least, most]
  }

  private atom(depth: number): Node | undefined {
    const char = this.chars[this.at++] ?? ''
    switch (char) {
      case '.':
        return { kind: 'one', test: this.flags.dotAll ? () => true : (c) => c !== 10 }
      case '^':
        return { kind: 'assert', what: this.flags.multiline ? 'lineStart' : 'start' }
      case '$':
        return { kind: 'assert', what: this.flags.multiline ? 'lineEnd' : 'endOrNewline' }
      case '[':
        return { kind: 'one', test: this.characterClass() }
      case '(':
        return this.group(depth)
      case '\\':
        return this.escape()
      case '*':
      case '+':
      case '?':
        return this.wrong('quantifier does not follow a repeatable item')
    }
    if (this.flags.extended) {
      if (char === '#') {
        while (!this.done() && this.chars[this.at] !== '\n') this.at++
        return undefined
      }
      if (isSpace(char.codePointAt(0) ?? 0)) return undefined
    }
    return this.literal(char)
  }

  private literal(char: string): Node {
    const code = char.codePointAt(0) ?? 0
    if (!this.flags.ignoreCase) return { kind: 'one', test: (c) => c === code, literal: code }
    const folded = fold(code)
    return { kind: 'one', test: (c) => c === code || fold(c) === folded }
  }

  private group(depth: number): Node | undefined {
    let number = 0
    if (this.take('?')) {
      if (this.take(':')) number = -1
      else if (this.take('=') || this.take('!')) this.refuse('lookahead')
      else if (this.take('<=') || this.take('<!')) this.refuse('lookbehind')
      else if (this.take('>')) this.refuse('an atomic group')
      else if (this.take('P<') || this.take('<')) {
        while (!this.take('>'))
          if (this.done() || !isWord(this.chars[this.at++]?.codePointAt(0) ?? 0)) this.wrong('group name')
      } else {
        number = -1
        const before = this.flags
        if (this.inlineFlags()) return undefined
        const node = this.inside(depth)
        this.flags = before
        return node
      }
    } else if (this.take('*')) this.refuse('a backtracking verb')
    if (number === 0) number = ++this.groups
    const node = this.inside(depth)
    return number > 0 ? { kind: 'group', node, number } : node
  }

  private inside(depth: number): Node {
    const node = this.alternatives(depth + 1)
    if (!this.take(')')) this.wrong('missing closing parenthesis')
    return node
  }

  /** Reads `i-s` of `(?i-s)` or `(?i-s:`; true when the group ends there, so that the flags hold from here on. */
  private inlineFlags(): boolean {
    let on = true
    const names: Readonly<Record<string, keyof Flags>> = {
      i: 'ignoreCase',
      m: 'multiline',
      s: 'dotAll',
      x: 'extended',
    }
    for (;;) {
      const char = this.chars[this.at++]
      if (char === '-') on = false
      else if (char === ')') return true
      else if (char === ':') return false
      else {
        const name = names[char ?? '']
        if (!name) return this.refuse(`the group (?${char ?? ''}`)
        this.flags = { ...this.flags, [name]: on }
      }
    }
  }

  private escape(): Node {
    const char = this.chars[this.at] ?? this.wrong('\\ at end of pattern')
    const places: Readonly<Record<string, Assertion>> = {
      A: 'start',
      z: 'end',
      Z: 'endOrNewline',
      b: 'boundary',
      B: 'noBoundary',
    }
    const what = places[char]
    if (what) {
      this.at++
      return { kind: 'assert', what }
    }
    if (/[1-9kg]/.test(char)) this.refuse('a back reference')
    if (/[XRKGC]/.test(char)) this.refuse(`\\${char}`)
    const test = this.escapedClass()
    return test ? { kind: 'one', test } : this.literal(String.fromCodePoint(this.escapedCode()))
  }

  private escapedClass(): Test | undefined {
    const char = this.chars[this.at] ?? ''
    const known = shorthand[char]
    if (known) this.at++
    if (known || !/[pP]/.test(char)) return known
    const match = /^[pP](\{\^?\w+\}|\w)/.exec(this.chars.slice(this.at, this.at + 40).join(''))
    const name = match?.[1]?.replace(/[{}^]/g, '') ?? this.wrong('malformed \\p')
    this.at += match?.[0].length ?? 0
    try {
      const property = new RegExp(
        /^[A-Z][a-z]?$/.test(name) ? `^\\p{${name}}$` : `^\\p{Script=${name}}$`,
        'u',
      )
      const negative = (char === 'P') !== (match?.[1]?.includes('^') ?? false)
      return (c) => property.test(String.fromCodePoint(c)) !== negative
    } catch {
      return this.wrong(`unknown property ${name}`)
    }
  }

  private escapedCode(): number {
    const char = this.chars[this.at++] ?? this.wrong('\\ at end of pattern')
    const rest = this.chars.slice(this.at, this.at + 10).join('')
    const hex = char === 'x' ? /^(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{0,2}))/.exec(rest) : undefined
    if (hex) {
      this.at += hex[0].length
      const code = parseInt(hex[1] ?? (hex[2] || '0'), 16)
      return code > 0x10ffff ? this.wrong('code point too large') : code
    }
    if (char === '0') return 0
    const control = controls[char]
    if (control !== undefined) return control
    return /[A-Za-z0-9]/.test(char)
      ? this.wrong(`unrecognized character follows \\: ${char}`)
      : (char.codePointAt(0) ?? 0)
  }

  private characterClass(): Test {
    const negative = this.take('^')
    const tests: Test[] = []
    let first = true
    while (first || this.chars[this.at] !== ']') {
      first = false
      if (this.done()) this.wrong('missing terminating ] for character class')
      const named = /^\[:(\^?)(\w+):\]/.exec(this.chars.slice(this.at, this.at + 14).join(''))
      if (named) {
        const test = posix[named[2] ?? ''] ?? this.wrong('unknown POSIX class name')
        tests.push(named[1] ? not(test) : test)
        this.at += named[0].length
        continue
      }
      const from = this.classItem(tests)
      if (from === undefined) continue
      const ranged =
        this.chars[this.at] === '-' &&
        this.chars[this.at + 1] !== ']' &&
        this.chars[this.at + 1] !== undefined
      if (!ranged) {
        tests.push((c) => c === from)
        continue
      }
      this.at++
      const to = this.classItem(tests)
      if (to === undefined) tests.push((c) => c === from || c === 45)
      else if (to < from) this.wrong('range out of order in character class')
      else tests.push(between(from, to))
    }
    this.at++
    const any: Test = (c) => tests.some((test) => test(c))
    const folded: Test = this.flags.ignoreCase ? (c) => any(c) || any(fold(c)) || any(unfold(c)) : any
    return negative ? not(folded) : folded
  }

  /** One member of a class: its code point, or undefined when it was a class of its own. */
  private classItem(tests: Test[]): number | undefined {
    if (!this.take('\\')) return this.chars[this.at++]?.codePointAt(0)
    if (this.take('b')) return 8
    const test = this.escapedClass()
    if (test) tests.push(test)
    return test ? undefined : this.escapedCode()
  }
}
