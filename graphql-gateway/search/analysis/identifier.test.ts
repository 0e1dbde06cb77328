import { describe, expect, it } from 'vitest'
import { identifierKey } from './identifier.ts'

describe('identifiers', () => {
  it('give both forms of an ISBN the same 13 digits', () => {
    for (const form of [
      '7-101-00007-X',
      'ISBN 7-101-00007-X',
      '710100007x',
      '978-7-101-00007-8',
      'isbn9787101000078',
    ]) {
      expect(identifierKey(form), form).toBe('9787101000078')
    }
  })

  it('do not take a wrong check digit for an ISBN', () => {
    expect(identifierKey('978-7-101-00000-1')).toBe('978_7_101_00000_1')
  })

  it('give an ISSN its eight characters', () => {
    expect(identifierKey('ISSN 0317-8471')).toBe('03178471')
  })

  it('give a DOI one form, bare or as an address', () => {
    expect(identifierKey('https://doi.org/10.1000/182')).toBe(identifierKey('doi:10.1000/182'))
  })

  it('keep call numbers apart that differ in their punctuation', () => {
    expect(identifierKey('I222.7/42')).not.toBe(identifierKey('I222.74/2'))
    expect(identifierKey('Ｉ222.742')).toBe('i222_742')
  })

  it('are bounded and may be empty', () => {
    expect(identifierKey('。')).toBe('')
    expect(identifierKey('1'.repeat(10_000)).length).toBeLessThanOrEqual(120)
  })
})
