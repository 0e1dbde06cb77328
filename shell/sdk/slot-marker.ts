/** What stands in the server's HTML of a page until the shell puts the extensions of a slot there. */

/** A comment, which no text of a page can be: text is escaped. `n` counts the slots of one render. */
export function slotMarker(n: number): string {
  return `<!--portal-slot ${n}-->`
}
