/** The address of a page, as it was typed or copied from the bar of a browser. */

/** Empty: it is none. Decoded and without a slash at its end, as pages are named. */
export function pagePath(typed: string): string {
  const text = typed.trim()
  if (!/^\/(?!\/)\S*$/.test(text)) return ''
  try {
    return decodeURI(text).replace(/(?<=.)\/$/, '')
  } catch {
    return ''
  }
}
