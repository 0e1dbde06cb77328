/** Copying text for the reader. */

/** True when the text is on the clipboard; false where the browser or the reader refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
