// Regular expressions in time linear in the text: a program walked with a record of every (instruction, place) tried.
import { fail } from './errors.ts'
import { isWord, type Test } from './regex-classes.ts'
import { type Assertion, type Flags, type Node, parsePattern } from './regex-parse.ts'

/** Where a pattern was found: places in UTF-16 units; a group that took no part is undefined. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly groups: readonly (string | undefined)[]
}

/** A compiled pattern. */
export interface Pattern {
  /** Whether the text contains a match. */
  test(text: string): boolean
  /** The first match at or after a place. */
  find(text: string, from: number): Found | undefined
  /** The text every match starts at the beginning of the string with, for an index range. */
  readonly prefix: string
}

type Instruction =
  | { readonly op: 'one'; readonly test: Test }
  | { readonly op: 'assert'; readonly what: Assertion }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'match' }

const maxProgram = 10_000
/** Most (instruction, place) pairs tried for one text: about a second of work and 16 MB of marks. */
const maxWork = 128 * 1024 * 1024

/** Reads MongoDB's options text. @throws MongoError with `code` for an unknown letter. */
export function flagsOf(options: string, code = 51108): Flags {
  for (const letter of options) {
    if (!'imsxu'.includes(letter)) fail(code, `invalid flag in regex options: ${letter}`)
  }
  return {
    ignoreCase: options.includes('i'),
    multiline: options.includes('m'),
    dotAll: options.includes('s'),
    extended: options.includes('x'),
  }
}

const cache = new Map<string, Pattern>()
const maxCached = 200

/**
 * Compiles a PCRE pattern without back references or look-around.
 * @throws MongoError 51091 for a wrong pattern, 115 for one that is not supported.
 */
export function compilePattern(pattern: string, options: string, flagCode?: number): Pattern {
  const flags = flagsOf(options, flagCode)
  const key = `${options}/${pattern}`
  const known = cache.get(key)
  if (known) return known
  const compiled = assemble(pattern, flags)
  if (cache.size >= maxCached) cache.clear()
  cache.set(key, compiled)
  return compiled
}

function assemble(pattern: string, flags: Flags): Pattern {
  const { node, groups } = parsePattern(pattern, flags)
  const program: Instruction[] = []
  emit(node, program)
  program.push({ op: 'match' })
  const literal = literalOf(node)
  const prefix = literal?.anchored ? literal.text : ''
  return {
    prefix,
    find: (text, from) => run(program, groups, text, from),
    test(text) {
      if (prefix && !text.startsWith(prefix)) return false
      if (literal?.whole) return literal.anchored || text.includes(literal.text)
      return run(program, 0, text, 0) !== undefined
    },
  }
}

/** The literal text a pattern begins with, and whether that is all of it. */
function literalOf(node: Node): { text: string; anchored: boolean; whole: boolean } | undefined {
  if (node.kind !== 'sequence') return undefined
  let text = ''
  let anchored = false
  for (const [i, part] of node.nodes.entries()) {
    if (i === 0 && part.kind === 'assert' && part.what === 'start') anchored = true
    else if (part.kind === 'one' && part.literal !== undefined) text += String.fromCodePoint(part.literal)
    else return { text, anchored, whole: false }
  }
  return { text, anchored, whole: true }
}

function emit(node: Node, program: Instruction[]): void {
  if (program.length > maxProgram)
    fail(51091, 'Regular expression is invalid: regular expression is too large')
  switch (node.kind) {
    case 'one':
      program.push({ op: 'one', test: node.test })
      return
    case 'assert':
      program.push({ op: 'assert', what: node.what })
      return
    case 'sequence':
      for (const part of node.nodes) emit(part, program)
      return
    case 'group':
      program.push({ op: 'save', slot: node.number * 2 })
      emit(node.node, program)
      program.push({ op: 'save', slot: node.number * 2 + 1 })
      return
    case 'either':
      return emitEither(node.nodes, program)
    case 'repeat':
      return emitRepeat(node, program)
  }
}

function emitEither(nodes: readonly Node[], program: Instruction[]): void {
  const jumps: { op: 'jump'; to: number }[] = []
  for (const [i, node] of nodes.entries()) {
    if (i === nodes.length - 1) emit(node, program)
    else {
      const split = { op: 'split' as const, first: program.length + 1, second: 0 }
      program.push(split)
      emit(node, program)
      const jump = { op: 'jump' as const, to: 0 }
      program.push(jump)
      jumps.push(jump)
      split.second = program.length
    }
  }
  for (const jump of jumps) jump.to = program.length
}

function emitRepeat(node: Node & { kind: 'repeat' }, program: Instruction[]): void {
  for (let i = 0; i < node.least; i++) emit(node.node, program)
  const optional = (again: boolean) => {
    const at = program.length
    const split = { op: 'split' as const, first: at + 1, second: 0 }
    program.push(split)
    emit(node.node, program)
    if (again) program.push({ op: 'jump', to: at })
    return split
  }
  const splits: { first: number; second: number }[] = []
  if (node.most === Infinity) splits.push(optional(true))
  else for (let i = node.least; i < node.most; i++) splits.push(optional(false))
  for (const split of splits) {
    split.second = program.length
    if (node.lazy) [split.first, split.second] = [split.second, split.first]
  }
}

function run(program: readonly Instruction[], groups: number, text: string, from: number): Found | undefined {
  const places = text.length - from + 1
  if (program.length * places > maxWork) {
    fail(
      51091,
      `Regular expression has too much work with a text of ${text.length} characters; use a shorter one`,
    )
  }
  const tried = new Uint8Array((program.length * places + 7) >> 3)
  for (let start = from; start <= text.length; start++) {
    const slots = attempt(program, groups, text, start, from, tried)
    if (slots) return foundOf(slots, groups, text, start)
    // A surrogate pair is one character: no match starts inside it.
    if ((text.codePointAt(start) ?? 0) > 0xffff) start++
  }
  return undefined
}

function foundOf(slots: readonly number[], groups: number, text: string, start: number): Found {
  const texts = Array.from({ length: groups }, (_, i) => {
    const [a = -1, b = -1] = [slots[i * 2 + 2], slots[i * 2 + 3]]
    return a < 0 || b < 0 ? undefined : text.slice(a, b)
  })
  return { start, end: slots[1] ?? start, groups: texts }
}

/** Tries one start; alternatives in order of preference, each (instruction, place) at most once over all starts. */
function attempt(
  program: readonly Instruction[],
  groups: number,
  text: string,
  start: number,
  from: number,
  tried: Uint8Array,
): number[] | undefined {
  const slots = new Array<number>(groups * 2 + 2).fill(-1)
  // A stack of (instruction, place) to try, and (-1 - slot, old value) to restore when backing out.
  const stack: number[] = [0, start]
  while (stack.length > 0) {
    let at = stack.pop() ?? 0
    let step = stack.pop() ?? 0
    if (step < 0) {
      slots[-1 - step] = at
      continue
    }
    for (;;) {
      const mark = step * (text.length - from + 1) + (at - from)
      const byte = tried[mark >> 3] ?? 0
      if (byte & (1 << (mark & 7))) break
      tried[mark >> 3] = byte | (1 << (mark & 7))
      const instruction = program[step]
      if (!instruction) break
      if (instruction.op === 'match') {
        slots[1] = at
        return slots
      }
      if (instruction.op === 'one') {
        const code = text.codePointAt(at)
        if (code === undefined || !instruction.test(code)) break
        at += code > 0xffff ? 2 : 1
      } else if (instruction.op === 'assert') {
        if (!holds(instruction.what, text, at)) break
      } else if (instruction.op === 'jump') {
        step = instruction.to
        continue
      } else if (instruction.op === 'split') {
        stack.push(instruction.second, at)
        step = instruction.first
        continue
      } else if (instruction.slot < slots.length) {
        stack.push(-1 - instruction.slot, slots[instruction.slot] ?? -1)
        slots[instruction.slot] = at
      }
      step++
    }
  }
  return undefined
}

function holds(what: Assertion, text: string, at: number): boolean {
  switch (what) {
    case 'start':
      return at === 0
    case 'end':
      return at === text.length
    case 'endOrNewline':
      return at === text.length || (at === text.length - 1 && text[at] === '\n')
    case 'lineStart':
      return at === 0 || text[at - 1] === '\n'
    case 'lineEnd':
      return at === text.length || text[at] === '\n'
    case 'boundary':
    case 'noBoundary': {
      const before = at > 0 && isWord(text.charCodeAt(at - 1))
      const after = at < text.length && isWord(text.charCodeAt(at))
      return (before !== after) === (what === 'boundary')
    }
  }
}
