/** Icons that may stand without a word beside them. */
import { html } from '../markup/html.ts'

/** A letter in two sizes and a half-filled disc: size and display. */
export const preferencesIcon = html`<svg
  viewBox="0 0 24 24"
  width="20"
  height="20"
  fill="none"
  stroke="currentColor"
  stroke-width="1.7"
  aria-hidden="true"
  focusable="false"
>
  <circle cx="12" cy="12" r="4" />
  <path d="M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2" />
</svg>`

/** A person. */
export const accountIcon = html`<svg
  viewBox="0 0 24 24"
  width="20"
  height="20"
  fill="none"
  stroke="currentColor"
  stroke-width="1.7"
  stroke-linecap="round"
  aria-hidden="true"
  focusable="false"
>
  <circle cx="12" cy="8" r="3.6" />
  <path d="M4.8 20.2c.8-3.9 3.7-6 7.2-6s6.4 2.1 7.2 6" />
</svg>`

/** A lens. */
export const searchIcon = html`<svg
  viewBox="0 0 24 24"
  width="20"
  height="20"
  fill="none"
  stroke="currentColor"
  stroke-width="1.7"
  stroke-linecap="round"
  aria-hidden="true"
  focusable="false"
>
  <circle cx="10.5" cy="10.5" r="6.5" />
  <path d="M15.5 15.5 21 21" />
</svg>`
