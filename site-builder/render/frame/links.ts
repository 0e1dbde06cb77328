/** Links in the frame of every page. */
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'

/** A link in the frame of every page. */
export interface FrameLink {
  readonly href: string
  readonly label: string
  /** It leads to the section in which the reader is. */
  readonly current: boolean
}

export function linkItems(links: readonly FrameLink[]): Html[] {
  return links.map(
    ({ href, label, current }) =>
      html`<li>
        <a href="${href}" ${current && html` aria-current="page"`}>${label}</a>
      </li>`,
  )
}
