import { describe, expect, it } from 'vitest'
import { keysOf, markKey, shortcutOf, shortcuts } from './shortcuts.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('what is pressed', () => {
  it.each([
    ['undo', { key: 'z', ctrlKey: true }],
    ['undo', { key: 'Z', metaKey: true }],
    ['redo', { key: 'Z', ctrlKey: true, shiftKey: true }],
    ['redo', { key: 'y', ctrlKey: true }],
    ['save', { key: 's', metaKey: true }],
    ['next-region', { key: 'F6' }],
    ['former-region', { key: 'F6', shiftKey: true }],
    ['help', { key: '?', shiftKey: true }],
    [null, { key: 'z' }],
    [null, { key: '?', ctrlKey: true }],
    [null, { key: 's', ctrlKey: true, altKey: true }],
    [null, { key: 'ArrowUp', altKey: true }],
  ] as const)('on the desk is %s by %j', (id, pressed) =>
    expect(shortcutOf({ ...none, ...pressed }, 'desk')).toBe(id),
  )
  it.each([
    ['up', { key: 'ArrowUp', altKey: true }],
    ['down', { key: 'ArrowDown', altKey: true }],
    ['remove', { key: 'Delete' }],
    [null, { key: 'ArrowUp' }],
    [null, { key: 'Delete', ctrlKey: true }],
  ] as const)('on a block is %s by %j', (id, pressed) =>
    expect(shortcutOf({ ...none, ...pressed }, 'outline')).toBe(id),
  )
})

it('no two shortcuts of a place are the same keys', () => {
  const all = shortcuts.flatMap(({ at, presses }) => presses.map((press) => `${at} ${keysOf(press, false)}`))
  expect(new Set(all).size).toBe(all.length)
})

it('keys are written as they stand on a keyboard', () => {
  expect(keysOf({ key: 'z', command: true, shift: true }, false)).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(keysOf({ key: 'ArrowUp', alt: true }, true)).toEqual(['⌥', '↑'])
  expect(markKey('strong')).toBe('Mod-b')
})
