/** Writing HTML so that text stays text: whatever is put into a template is escaped for the place where it stands. */
import { placesOf } from './place.ts'
import type { Place } from './place.ts'
import { safeUrl } from './safe-url.ts'

/** A finished piece of HTML. Only this module makes one, so a plain string can never pass for markup. */
export class Html {
  readonly #text: string
  private constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
  /** For this package's own serialisers; the text must be markup already. */
  static trusted(text: string): Html {
    return new Html(text)
  }
}

/** What may stand in a template. `null`, `undefined` and `false` write nothing. */
export type Insert = Html | string | number | null | undefined | false | readonly Insert[]

/** Characters that turn the order of text that follows them (UAX 9 embeddings, overrides, isolates), and controls. */

const unsafeCharacters =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML, for element content and quoted attributes. Controls and characters that reorder text are dropped. */
export function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(unsafeCharacters, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

function written(insert: Insert, place: Place): string {
  if (insert === null || insert === undefined || insert === false) return ''
  if (insert instanceof Html) {
    if (place === 'value' || place === 'url')
      throw new TypeError('markup may not stand inside an attribute value')
    return insert.toString()
  }
  if (typeof insert === 'object') return insert.map((part) => written(part, place)).join('')
  if (place === 'attributes') throw new TypeError('between attributes only finished markup may stand')
  if (typeof insert === 'number') return String(insert)
  return escape(place === 'url' ? safeUrl(insert) : insert)
}

interface Template {
  readonly parts: readonly string[]
  readonly places: readonly Place[]
}

const templates = new WeakMap<TemplateStringsArray, Template>()

/** Indentation of the source is not sent: white space with a line break in it becomes the break alone. */
function templateOf(source: TemplateStringsArray): Template {
  const known = templates.get(source)
  if (known) return known
  const parts = source.map((part) => part.replace(/\s*\n\s*/g, '\n'))
  const made = { parts, places: placesOf(parts) }
  templates.set(source, made)
  return made
}

/**
 * Template tag: html`<p>${text}</p>`. Text is escaped for the place where it stands; an address that begins an `href` or
 * its like goes through `safeUrl`.
 * @throws TypeError when the template puts a value where no escaping helps; that is a fault of the template.
 */
export function html(source: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  const { parts, places } = templateOf(source)
  let text = parts[0] ?? ''
  inserts.forEach((insert, n) => {
    const place = places[n] ?? 'text'
    const piece = written(insert, place)
    // One space before an attribute that is there, none for one that is not.
    if (place === 'attributes') text = `${text.trimEnd()}${piece.trim() === '' ? '' : ` ${piece.trim()}`}`
    else text += piece
    text += parts[n + 1] ?? ''
  })
  return Html.trusted(text)
}

/** Nothing. */
export const nothing = Html.trusted('')
