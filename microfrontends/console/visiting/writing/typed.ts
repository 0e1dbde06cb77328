/**
 * What is typed in a form, kept in the tab until it is saved: leaving the page, a sign-in that ends and a browser that is
 * short of memory lose none of it. Only for the person who typed it.
 */
const PREFIX = 'shuxiang.console.typed.'
/** Milliseconds: a day of work. */
const KEPT_FOR = 12 * 3600 * 1000

export interface Typed<Form> {
  readonly form: Form
  /** Of what was there when they began. */
  readonly rev: number
}

/** `like`: a form as it is today; what was kept in another shape is left. */
export function readTyped<Form>(
  { sessionStorage }: Window,
  name: string,
  by: string,
  like: Form,
): Typed<Form> | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return null
    const { form, rev, by: whose, at } = { form: null, rev: null, by: null, at: null, ...kept }
    if (whose !== by || typeof rev !== 'number' || typeof at !== 'number') return null
    return at > Date.now() - KEPT_FOR && isLike(form, like) ? { form, rev } : null
  } catch {
    return null
  }
}

/** Storage may be forbidden or full: then it is on the page only. */
export function keepTyped({ sessionStorage }: Window, name: string, by: string, typed: Typed<unknown>): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify({ ...typed, by, at: Date.now() }))
  } catch {
    return
  }
}

export function forgetTyped({ sessionStorage }: Window, name: string): void {
  try {
    sessionStorage.removeItem(PREFIX + name)
  } catch {
    return
  }
}

/** The same fields with values of the same kinds, at any depth; a list is like any list of things like its first. */
function isLike<Form>(value: unknown, like: Form): value is Form {
  if (Array.isArray(like))
    return Array.isArray(value) && (like.length === 0 || value.every((each) => isLike(each, like[0])))
  if (typeof like !== 'object' || like === null) return typeof value === typeof like
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(like).every(([name, each]) => isLike(Reflect.get(value, name), each))
}
