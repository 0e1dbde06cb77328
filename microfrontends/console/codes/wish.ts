/** A wish for code as the form holds it, checked as the graph does. */
import { oneLine } from '../doing/reason.ts'

export type Wish = Readonly<Record<'key' | 'title' | 'html' | 'height' | 'why', string>>
export type WrongField = 'title' | 'html' | 'height' | 'why'

/** Bytes in UTF-8. */
const MOST_BYTES = 64 * 1024

const isLine = (text: string, longest: number): boolean => {
  const { length } = [...oneLine(text)]
  return length > 0 && length <= longest
}

/** The first field that is wrong; null: none is. */
export function wrongIn({ title, html, height, why }: Wish): WrongField | null {
  if (!isLine(title, 60)) return 'title'
  if (html.trim() === '' || new TextEncoder().encode(html).length > MOST_BYTES) return 'html'
  if (!/^\d{2,4}$/.test(height.trim()) || Number(height) < 80 || Number(height) > 1200) return 'height'
  return isLine(why, 500) ? null : 'why'
}

/** Short enough to be copied by hand: it becomes a part of the number. */
export const drawKey = (): string => crypto.randomUUID().slice(0, 8)
