// What the gate of a write refuses, and with which words.
import type { RecordContent, RecordInput } from '@shuxiang/record'
import { describe, expect, it } from 'vitest'
import { book, heldBy, kinds, poem } from '../fixtures/records.ts'
import { kindFixtures } from '../kinds/fixtures.ts'
import { checkRecord, checkedInput } from './check.ts'

const text = (n: number, title: string | null): RecordInput['texts'][number] => ({
  n,
  title,
  paragraphs: [{ text: '文', kind: 'prose' }],
})
const file = (position: number): RecordInput['files'][number] => ({
  role: 'page',
  mime: 'image/avif',
  bytes: 1,
  sha256: '0'.repeat(64),
  name: 'x.avif',
  position,
})
const given = (more: Partial<RecordContent>): RecordInput => poem({ id: 'p1', ...more })
const chapters = (n: number): RecordInput['texts'] => book('b1', n).texts

describe('the gate', () => {
  it.each(kindFixtures.map((input) => [input.record.kind, input] as const))('takes a %s', (_, input) => {
    expect(checkRecord(kinds, input)).toBeNull()
  })

  it('takes a chapter that cannot be read here', () => {
    expect(checkRecord(kinds, { ...book('b1', 3), texts: [] })).toBeNull()
    expect(checkRecord(kinds, { ...book('b1', 3), texts: chapters(2) })).toBeNull()
  })

  it('leaves out what the model does not have', () => {
    const { record } = given({})
    const extra: RecordContent = Object.assign({}, record, { unknown: 1 })
    expect(checkedInput(kinds, { ...given({}), record: extra })).toEqual(given({}))
  })

  it.each<[string, RecordInput, RegExp]>([
    ['a kind that nobody brings', given({ kind: 'map' }), /^p1: kind: no package brings "map"/],
    ['details that the kind does not know', given({ details: { metre: 5 } }), /^p1: details.*metre/],
    ['a date that is none', given({ dates: [{ role: 'created', edtf: 'spring' }] }), /dates: "spring"/],
    [
      'a foreign role',
      { ...given({}), record: Object.assign({}, given({}).record, { access: { policy: 'all' } }) },
      /access\.policy/,
    ],
    ['a text beside chapters', { ...book('b1', 2), texts: [text(0, null)] }, /has no text 0/],
    ['a chapter without a place', { ...book('b1', 2), texts: chapters(3) }, /chapter 3 is not what/],
    ['a chapter of another title', { ...book('b1', 2), texts: [text(1, '别的')] }, /chapter 1 is not what/],
    [
      'a chapter twice',
      { ...book('b1', 2), texts: [...chapters(1), ...chapters(1)] },
      /number 1 comes twice/,
    ],
    ['a title of the whole text', { ...given({}), texts: [text(0, '题')] }, /has the title of the record/],
    [
      'chapters out of order',
      book('b1', 0, { contents: [2, 1].map((n) => ({ n, title: 'x' })) }),
      /not in their order/,
    ],
    [
      'two chapters of one number',
      book('b1', 0, { contents: [1, 1].map((n) => ({ n, title: 'x' })) }),
      /one number/,
    ],
    ['a file twice', { ...given({}), files: [file(1), file(1)] }, /files: two are page 1/],
    ['a library twice', { ...given({}), holdings: heldBy('one', 'one') }, /library one comes twice/],
    [
      'more libraries than a record may have',
      { ...given({}), holdings: heldBy(...Array.from({ length: 20_001 }, (_, i) => `l${i}`)) },
      /20001 holdings are more than 20000/,
    ],
    [
      'more libraries and regions than a search looks at',
      {
        ...given({ scopes: [] }),
        holdings: heldBy(...Array.from({ length: 15_000 }, (_, i) => `l${i}`)).map((each, i) => ({
          ...each,
          regions: [`r${i}`],
        })),
      },
      /30000 libraries and regions are more than 20000; give the record the scope \*/,
    ],
  ])('refuses %s', (_, input, message) => {
    const refused = checkRecord(kinds, input)
    expect(refused?.message).toMatch(message)
    expect(refused?.message).toMatch(/correct the source or its reader\.$/)
  })
})
