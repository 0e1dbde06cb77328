/** Whether a line is what its field asks for; the graph asks the same. */

/** `https://…` or a path of the site. */
export function isLink(text: string): boolean {
  if (text.length > 500) return false
  if (/^\/(?![/\\])[^\s\\]*$/.test(text)) return true
  const url = /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null
  return url !== null && url.username === '' && url.password === ''
}

export const isEmail = (text: string): boolean =>
  /^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}$/.test(text)

/** Digits, with what parts them and an extension. */
export const isTelephone = (text: string): boolean =>
  /^\+?[0-9][0-9 ()-]{2,24}( ?(\u8f6c|ext\.?) ?[0-9]{1,6})?$/.test(text)
