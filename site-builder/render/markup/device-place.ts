/** The place of a block that a reader's own device fills, by an enhancement of a microfrontend; empty on what is sent. */
import { html, type Html } from './html.ts'

/** `enhancement` is an id such as `reading.go-on.v1`. */
export function devicePlace(enhancement: string): Html {
  return html`<div class="place" data-enhance="${enhancement}"></div>`
}

/** Whether a page has such a place, which only a script can fill. Text of a page cannot hold an element. */
export const hasDevicePlace = (content: string): boolean =>
  content.includes('<div class="place" data-enhance="')
