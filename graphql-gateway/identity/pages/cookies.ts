// The few cookies of login pages: which browser a form was given to, the library last used, language and looks.
import type { IncomingMessage, ServerResponse } from 'node:http'

/** The reader's choices have the portal's own names: on one host they hold for both. */
export const cookieNames = {
  form: 'sx_form',
  library: 'sx_library',
  locale: 'sx_locale',
  mode: 'sx_mode',
  scale: 'sx_scale',
} as const
type CookieName = keyof typeof cookieNames

const longestHeader = 8_192

export function readCookie(request: IncomingMessage, name: CookieName): string {
  const wanted = `${cookieNames[name]}=`
  for (const pair of (request.headers.cookie ?? '').slice(0, longestHeader).split(';')) {
    const text = pair.trim()
    if (text.startsWith(wanted)) return text.slice(wanted.length)
  }
  return ''
}

interface CookieOptions {
  readonly path: string
  readonly secure: boolean
  /** Seconds; without, until the browser is closed. */
  readonly maxAge?: number
}

/** Values are ours and plain: letters, digits, hyphens. @throws TypeError for any other. */
export function setCookie(
  response: ServerResponse,
  name: CookieName,
  value: string,
  options: CookieOptions,
): void {
  response.appendHeader('set-cookie', cookieText(name, value, options))
}

export function cookieText(name: CookieName, value: string, { path, secure, maxAge }: CookieOptions): string {
  if (!/^[\w-]*$/.test(value)) throw new TypeError('a cookie value is of letters, digits and hyphens')
  return [
    `${cookieNames[name]}=${value}`,
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    `Path=${path}`,
    // The portal's scripts read the choices of looks; nobody's script needs the others.
    ...(name === 'form' || name === 'library' ? ['HttpOnly'] : []),
    ...(secure ? ['Secure'] : []),
    'SameSite=Lax',
  ].join('; ')
}
