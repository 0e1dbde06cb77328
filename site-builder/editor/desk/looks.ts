/// <reference lib="dom" />
/** How pages are looked at, and what was looked at last on this device (ATAG 2.0 A.3.6.2). */
import { quietly } from '../quietly.ts'

/** CSS pixels of the devices; null: as much room as there is. */
export const widths = { phone: 360, tablet: 768, all: null } as const
export const modes = ['light', 'dark', 'contrast'] as const
export type Width = keyof typeof widths
export type Mode = (typeof modes)[number]

export interface Looks {
  readonly width: Width
  readonly mode: Mode
  readonly large: boolean
}

const key = 'shuxiang-desk-looks'
const read = (name: string, store: () => Storage): unknown =>
  quietly(() => JSON.parse(store().getItem(name) ?? 'null'))
const own = (): Storage => localStorage

const isWidth = (name: unknown): name is Width => typeof name === 'string' && Object.hasOwn(widths, name)

/** What somebody else has put there is no look: it begins anew. */
export function keptLooks(store = own): Looks {
  const { width, mode, large }: Partial<Record<keyof Looks, unknown>> = Object(read(key, store))
  return {
    width: isWidth(width) ? width : 'all',
    mode: modes.find((one) => one === mode) ?? 'light',
    large: large === true,
  }
}
export function keepLooks(looks: Looks, store = own): void {
  quietly(() => store().setItem(key, JSON.stringify(looks)))
}

/**
 * The language in which pages were written last, of who has the desk itself in `locale`; null before one was chosen. Who changes
 * the desk's language begins with that one.
 */
export function keptLanguage(locale: string, store = own): string | null {
  const kept = read(`${key} ${locale}`, store)
  return typeof kept === 'string' ? kept : null
}
export function keepLanguage(locale: string, language: string, store = own): void {
  quietly(() => store().setItem(`${key} ${locale}`, JSON.stringify(language)))
}
