// The guards before parsing.
import { describe, expect, it } from 'vitest'
import { jsonDepth } from './json-depth.ts'
import { checkDocument, publicLimits } from './lexical.ts'

const check = (text: string): string | null => {
  try {
    checkDocument(text, {
      ...publicLimits,
      depth: 5,
      aliases: 2,
      directives: 2,
      rootFields: 3,
      tokens: 60,
      length: 400,
    })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('checkDocument', () => {
  it.each([
    ['an ordinary query', 'query A($x: Int = 1) { a(first: $x, o: { b: [1] }) { b { c } } d e }'],
    ['arguments, which have colons too', '{ a(b: 1, c: 2, d: 3) { e(f: 1) } }'],
    ['variables, which have colons too', 'query($a: Int, $b: Int, $c: Int, $d: Int) { a }'],
    ['two operations, each with few root fields', 'query A { a b c } query B { a b c }'],
    ['fragments at the root', '{ ...A ... on Query { b } } fragment A on Query { a }'],
    ['strings and comments that look like braces', '{ a(b: "{{{{{{{{ :::: @@@@") } # {{{{{{{{{{{'],
    ['a document that does not lex, for the parser to report', '{ a(b: "open) }'],
    ['nothing', ''],
  ])('passes %s', (_, text) => expect(check(text)).toBeNull())

  it.each([
    ['aliases', '{ a: x b: x c: x }', 'aliases'],
    ['depth by fields', '{ a { b { c { d { e { f } } } } } }', 'levels'],
    ['depth by values', '{ a(b: [[[[[1]]]]]) }', 'levels'],
    ['directives', '{ a @x @y @z }', 'directives'],
    ['root fields', '{ a b c d }', 'root'],
    ['tokens', `{ a { ${'b '.repeat(70)} } }`, 'tokens'],
    ['length', `{ a } #${'x'.repeat(500)}`, 'characters'],
    ['__proto__ as an alias', '{ __proto__: a }', '__proto__'],
    ['__proto__ as a variable', 'query($__proto__: Int) { a(b: $__proto__) }', '__proto__'],
  ])('refuses too many %s', (_, text, word) => expect(check(text)).toContain(word))
})

describe('jsonDepth', () => {
  it.each([
    ['1', 0],
    ['{"a":[{"b":1}]}', 3],
    ['"[[[[{{{{"', 0],
    ['{"a":"\\"[[[["}', 1],
    ['[[[[', 4],
    [']]]][', 0],
  ])('of %s is %i', (text, depth) => expect(jsonDepth(text)).toBe(depth))
})
