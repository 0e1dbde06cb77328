/**
 * What was about to be done when a fresh one-time code was asked for, kept in the tab: the page is left for the code, comes
 * back, and does it once. Only for the person who began it, and not for long.
 */
const KEY = 'shuxiang.console.draft'
/** Milliseconds; as long as a one-time code counts. */
const KEPT_FOR = 900_000

type Values = Readonly<Record<string, string>>

interface Draft {
  /** What is done to what. */
  readonly deed: string
  /** User name of who does it. */
  readonly by: string
  readonly values: Values
  readonly at: number
  /** False: it only fills the form again. */
  readonly send: boolean
}

export interface Kept {
  readonly values: Values
  /** It was on its way: it is done as soon as its page is there. */
  readonly send: boolean
}

export function keepDraft(window: Window, deed: string, by: string, values: Values): void {
  write(window, { deed, by, values, at: Date.now(), send: true })
}

export function forgetDraft({ sessionStorage }: Window): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    return
  }
}

/** Whoever comes to the sign-in with it has not shown a code: it fills the form, and waits to be pressed again. */
export function holdDraft(window: Window): void {
  const draft = read(window)
  if (draft?.send) write(window, { ...draft, send: false })
}

/** The draft of this deed of this person; taken once. */
export function takeDraft(window: Window, deed: string, by: string): Kept | null {
  const draft = read(window)
  if (draft?.deed !== deed) return null
  forgetDraft(window)
  if (draft.by !== by || !(draft.at > Date.now() - KEPT_FOR)) return null
  return { values: draft.values, send: draft.send && cameByItself(window) }
}

/** Neither gone back to nor loaded again: those who went back have changed their mind. */
function cameByItself({ performance }: Window): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return !entry || !('type' in entry) || entry.type === 'navigate'
}

/** Storage may be forbidden or full: then nothing is kept. */
function write({ sessionStorage }: Window, draft: Draft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    return
  }
}

function read({ sessionStorage }: Window): Draft | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return isDraft(value) ? value : null
  } catch {
    return null
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const { deed, by, values, at, send } = { deed: 0, by: 0, values: null, at: null, send: null, ...value }
  return (
    typeof deed === 'string' &&
    typeof by === 'string' &&
    typeof at === 'number' &&
    typeof send === 'boolean' &&
    typeof values === 'object' &&
    values !== null &&
    Object.values(values).every((each) => typeof each === 'string')
  )
}
