// Writing the markup of login pages: whatever is put into a template is escaped; only finished markup is not.

/** A finished piece of markup. Only this file makes one, so that a plain string can never pass for markup. */
export class Markup {
  readonly #text: string
  private constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
  static of(template: TemplateStringsArray, inserts: readonly Insert[]): Markup {
    return new Markup(
      template.map((part, n) => part + (n < inserts.length ? written(inserts[n]) : '')).join(''),
    )
  }
}

/** What may stand in a template. `null`, `undefined` and `false` write nothing. */
export type Insert = Markup | string | number | null | undefined | false | readonly Insert[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Controls, and characters that turn the order of the text after them (UAX 9). */
const unsafe = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Text for element content and quoted attributes. */
export function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(unsafe, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

function written(insert: Insert): string {
  if (insert === null || insert === undefined || insert === false) return ''
  if (insert instanceof Markup) return insert.toString()
  if (typeof insert === 'object') return insert.map(written).join('')
  return escape(String(insert))
}

/** Template tag. Attributes that take an insert must be quoted. */
export function html(template: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  return Markup.of(template, inserts)
}

/** An address for `href` and `action`: a path of this origin or http(s). Errors: `TypeError` for any other scheme. */
export function address(url: string): string {
  if (/^\/(?![/\\])/.test(url)) return url
  if (/^https?:\/\//.test(url)) return url
  throw new TypeError(
    `a login page links to paths and to http(s), not to ${JSON.stringify(url.slice(0, 60))}`,
  )
}
