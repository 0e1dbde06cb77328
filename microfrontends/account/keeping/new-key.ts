/** Keys that a client makes for what it sends or keeps, so that a second try is known for one. */

/** 32 hexadecimal digits. `randomUUID` is not there on pages of a library's own domain without https. */
export function newKey(crypto: Pick<Crypto, 'getRandomValues'>): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
