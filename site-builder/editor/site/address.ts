/** Addresses of pages as librarians write them, and where each is edited. Pure. */

/** Where the page at a path is edited, with a block chosen, and a field such as `title.en`. */
export function editorAt(
  site: string,
  path: string,
  block: string | null = null,
  field: string | null = null,
): string {
  const at = new URLSearchParams({
    ...(path === '/' ? {} : { path }),
    ...(block === null ? {} : { block }),
    ...(field === null ? {} : { field }),
  }).toString()
  return `/console/edit/${site}${at === '' ? '' : `?${at}`}`
}

/** Letters, digits and hyphens between slashes, as the graph takes them. */
export function isAddress(path: string): boolean {
  return path.length <= 200 && /^(?:\/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*)+$/u.test(path)
}

/** An address made of a title: `/读者须知` of `读者须知`. */
export function addressFrom(title: string): string {
  const name = title
    .normalize('NFC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `/${name.slice(0, 80)}`
}
