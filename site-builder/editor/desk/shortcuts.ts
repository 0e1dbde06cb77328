/** Every shortcut of the desk, once: what handles keys asks here what was pressed, and the list in Help is made of it. Pure. */

/** A key with what is held. `command` is Ctrl, on a Mac ⌘; shift counts only where it is said. */
export interface Press {
  readonly key: string
  readonly command?: true
  readonly alt?: true
  readonly shift?: boolean
}

/** Where it counts: anywhere on the desk, on a block of the outline, in a text with marks, or where translations stand side by side. */
export type ShortcutPlace = 'desk' | 'outline' | 'text' | 'translations'

interface Shortcut {
  readonly id: string
  readonly at: ShortcutPlace
  /** Any of them. */
  readonly presses: readonly [Press, ...Press[]]
}

export const shortcuts = [
  { id: 'help', at: 'desk', presses: [{ key: '?' }] },
  { id: 'undo', at: 'desk', presses: [{ key: 'z', command: true, shift: false }] },
  {
    id: 'redo',
    at: 'desk',
    presses: [
      { key: 'z', command: true, shift: true },
      { key: 'y', command: true },
    ],
  },
  { id: 'save', at: 'desk', presses: [{ key: 's', command: true }] },
  { id: 'next-region', at: 'desk', presses: [{ key: 'F6', shift: false }] },
  { id: 'former-region', at: 'desk', presses: [{ key: 'F6', shift: true }] },
  { id: 'up', at: 'outline', presses: [{ key: 'ArrowUp', alt: true }] },
  { id: 'down', at: 'outline', presses: [{ key: 'ArrowDown', alt: true }] },
  { id: 'remove', at: 'outline', presses: [{ key: 'Delete' }] },
  { id: 'strong', at: 'text', presses: [{ key: 'b', command: true }] },
  { id: 'emphasis', at: 'text', presses: [{ key: 'i', command: true }] },
  { id: 'next-left', at: 'translations', presses: [{ key: 'ArrowDown', alt: true }] },
  { id: 'former-left', at: 'translations', presses: [{ key: 'ArrowUp', alt: true }] },
  { id: 'still-right', at: 'translations', presses: [{ key: 'Enter', alt: true }] },
] as const satisfies readonly Shortcut[]

export type ShortcutId = (typeof shortcuts)[number]['id']

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const fits = (press: Press, { key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean =>
  key.toLowerCase() === press.key.toLowerCase() &&
  (ctrlKey || metaKey) === (press.command ?? false) &&
  altKey === (press.alt ?? false) &&
  (press.shift === undefined || press.shift === shiftKey)

/** The shortcut that was pressed at a place; null for any other key. */
export function shortcutOf(event: Pressed, at: ShortcutPlace): ShortcutId | null {
  const pressesOf = ({ presses }: Shortcut): readonly Press[] => presses
  return (
    shortcuts.find((one) => one.at === at && pressesOf(one).some((press) => fits(press, event)))?.id ?? null
  )
}

/** As the library for texts with marks writes a key. */
export function markKey(id: ShortcutId): string {
  const [press] = shortcuts.find((one) => one.id === id)?.presses ?? []
  return `Mod-${press?.key ?? ''}`
}

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓' }

/** The keys of a press as they stand on a keyboard, in the order in which they are held. */
export function keysOf({ key, command, alt, shift }: Press, mac: boolean): readonly string[] {
  return [
    ...(command ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(shift ? ['Shift'] : []),
    signs[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ]
}
