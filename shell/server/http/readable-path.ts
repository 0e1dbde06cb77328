/** Addresses of pages as people write them, and as they travel. */

/**
 * The path of an address in the letters it stands for, composed (NFC): `/%E5%85%B3` is `/关`. One with an encoded slash is
 * left as it is, because it names no page. The address was checked to be decodable.
 */
export function readablePath(pathname: string): string {
  return /%2f/i.test(pathname) ? pathname : decodeURIComponent(pathname).normalize('NFC')
}

/** The path as it travels in a header: `/关` is `/%E5%85%B3`. */
export const travellingPath = (path: string): string => encodeURI(path)
