/** JSON-LD as a data block of a page. */
import { Html } from './html.ts'

/** `</script>` and `<!--` must not end or change the block; U+2028 and U+2029 end a line in old readers. */
const written = (data: object): string =>
  JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

/** One `<script type="application/ld+json">` an object. Data only, so no nonce is needed. */
export function jsonLdHtml(objects: readonly object[]): Html {
  return Html.trusted(
    objects.map((data) => `<script type="application/ld+json">${written(data)}</script>`).join(''),
  )
}
