// Which sign-ins a browser has begun. The library remembers the last one only, and two tabs would be each other's.

/** Cookies of a request, signed by the library's keys. */
interface Cookies {
  get(name: string, options: { signed: boolean }): string | undefined
  set(name: string, value: string, options: object): unknown
}

const name = 'AUTH_SESSION_TABS'
/** Sign-ins that a browser may have begun and not ended. */
const most = 6
const shape = /^[A-Za-z0-9_-]{10,64}$/

/** The newest first. */
export const begunIn = (cookies: Pick<Cookies, 'get'>): readonly string[] =>
  (cookies.get(name, { signed: true }) ?? '')
    .split('.')
    .filter((uid) => shape.test(uid))
    .slice(0, most)

/** Notes a sign-in as begun by this browser. `path` is where its pages are. */
export function noteSignIn(cookies: Cookies, uid: string, path: string): void {
  const uids = [uid, ...begunIn(cookies).filter((one) => one !== uid)].slice(0, most)
  cookies.set(name, uids.join('.'), { signed: true, httpOnly: true, sameSite: 'lax', secure: true, path })
}
