// JSON that may stand in a script of a page.

/** A JSON text without `<`, `>`, `&` and line separators, so that it may stand in a `<script>` as it is. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
