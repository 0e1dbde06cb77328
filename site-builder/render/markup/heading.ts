/** A heading of a level that depends on where it stands. */
import { html } from './html.ts'
import type { Html, Insert } from './html.ts'

/** @param attributes finished attributes, or null for none */
export function heading(level: 1 | 2 | 3 | 4 | 5 | 6, attributes: Html | null, content: Insert): Html {
  switch (level) {
    case 1:
      return html`<h1 ${attributes}>${content}</h1>`
    case 2:
      return html`<h2 ${attributes}>${content}</h2>`
    case 3:
      return html`<h3 ${attributes}>${content}</h3>`
    case 4:
      return html`<h4 ${attributes}>${content}</h4>`
    case 5:
      return html`<h5 ${attributes}>${content}</h5>`
    case 6:
      return html`<h6 ${attributes}>${content}</h6>`
  }
}
