// Where a block stands that was let go between others, and what is taken for a wish.
import { describe, expect, it } from 'vitest'
import { intentOf } from '../../canvas/intents.ts'
import { isSamePlace, slotKey, slotOfKey, standingBetween } from './places.ts'

const at = (index: number, parent: string | null = null, slot = 'root') => ({ parent, slot, index })
const block = (index: number, parent: string | null = null, slot = 'root') => ({
  ...{ id: `b${index}`, name: '', movable: true, ...at(index, parent, slot) },
})
const alone = { parent: 'c', slot: 'first' }

describe('a block that was let go', () => {
  it.each([
    ['behind the one before it', { before: block(3), after: block(7), alone }, undefined, at(4)],
    ['before the first', { before: undefined, after: block(2), alone }, undefined, at(2)],
    ['where nothing is', { before: undefined, after: undefined, alone }, undefined, at(0, 'c', 'first')],
    ['further down, counted without itself', { before: block(3), after: block(4), alone }, at(1), at(3)],
    ['further up', { before: block(0), after: block(1), alone }, at(5), at(1)],
    ['from another slot', { before: block(3), after: undefined, alone }, at(1, 'c', 'first'), at(4)],
  ])('stands %s', (_where, between, moved, wanted) => {
    expect(standingBetween(between, moved)).toEqual(wanted)
  })
  it('may stand where it stood', () => {
    const moved = at(4)
    expect(isSamePlace(moved, standingBetween({ before: block(3), after: block(5), alone }, moved))).toBe(
      true,
    )
    expect(isSamePlace(moved, at(4, 'c', 'first'))).toBe(false)
  })
})

it('a slot is the same as a word', () => {
  for (const slot of [{ parent: null, slot: 'root' }, alone]) expect(slotOfKey(slotKey(slot))).toEqual(slot)
})

describe('out of the frame comes', () => {
  it.each([
    { intent: 'ready' },
    { intent: 'choose', id: null },
    { intent: 'move', id: 'a', to: at(0) },
    { intent: 'insert', to: at(3, 'c', 'first') },
    { intent: 'refused' },
  ])('the wish %j', (wish) => expect(intentOf(wish)).toEqual(wish))
  it.each([
    null,
    'move',
    { intent: 'save' },
    { intent: 'choose', id: 'a', html: '<b>' },
    { intent: 'move', id: '', to: at(0) },
    { intent: 'move', id: 'a', to: at(-1) },
    { intent: 'insert', to: { ...at(0), type: 'script' } },
    { intent: 'insert', to: at(0), blocks: {} },
  ])('nothing that is none: %j', (data) => expect(intentOf(data)).toBeNull())
})
