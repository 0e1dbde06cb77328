/** Writing HTML so that text stays text: whatever is put into a template is escaped for the place where it stands. */
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
// eslint-disable-next-line no-control-regex -- controls are what is looked for
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

const urlAttribute = /\s(?:href|src|action|formaction|cite|poster)=["']$/i
/** Places where escaping is not enough: unquoted values, handlers, styles, names of tags and attributes. */
const refusedPlace = /(?:=\s*|\son[a-z]+=["'][^"']*|\sstyle=["'][^"']*|\ssrcdoc=["'][^"']*|<\/?)$/i

function written(insert: Insert, before: string): string {
  if (insert === null || insert === undefined || insert === false) return ''
  if (insert instanceof Html) return insert.toString()
  if (typeof insert === 'number') return String(insert)
  if (typeof insert === 'string') return escape(urlAttribute.test(before) ? safeUrl(insert) : insert)
  return insert.map((part) => written(part, before)).join('')
}

const tidied = new WeakMap<TemplateStringsArray, readonly string[]>()

/** Indentation of the source is not sent: white space with a line break in it becomes the break alone. */
function tidy(parts: TemplateStringsArray): readonly string[] {
  const known = tidied.get(parts)
  if (known) return known
  const made = parts.map((part) => part.replace(/\s*\n\s*/g, '\n'))
  tidied.set(parts, made)
  return made
}

/**
 * Template tag: html`<p>${text}</p>`. Text is escaped, addresses in `href` and its like go through `safeUrl`.
 * @throws TypeError when the template puts a value where no escaping helps; that is a fault of the template.
 */
export function html(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  let text = ''
  tidy(parts).forEach((part, n) => {
    text += part
    if (n >= inserts.length) return
    if (refusedPlace.test(part))
      throw new TypeError(`no value may stand after ${JSON.stringify(part.slice(-40))}`)
    text += written(inserts[n], part)
  })
  return Html.trusted(text)
}

/** Nothing. */
export const nothing = Html.trusted('')
