// What a drawing (SVG) may not hold before it is turned into pixels.
import { Refused } from './made.ts'

/**
 * A drawing is kept as pixels only: its scripts, links and texts are left behind, and it is read without an address of its
 * own, so that nothing outside of it is found. What is left to refuse is what grows while it is read, or includes.
 * Errors: `Refused`.
 */
export function checkDrawing(bytes: Uint8Array): void {
  const text = Buffer.from(bytes).toString('utf8')
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text))
    throw new Refused('active', 'The drawing has entities of its own.')
  if (/<(?:[\w-]+:)?include[\s>/]|<\?xml-stylesheet|@import/i.test(text))
    throw new Refused('active', 'The drawing takes in something else.')
}
