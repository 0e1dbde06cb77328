/**
 * The one matcher of paths, for server and runtime alike: the part of URLPattern's pathname syntax (WHATWG URL Pattern)
 * that the portal uses. URLPattern itself came with Firefox 142 and Safari 26; readers may have older ones. A test holds
 * this one to Node's.
 *
 * `/item/:id` matches one segment by name, `/item/:id.bib` a segment with an end of its own, `/assets/*` whatever
 * follows.
 */

export interface PathPattern {
  readonly pattern: string
  /** How much it leaves open; of several patterns that match, the smallest is meant. */
  readonly openness: number
  /** The named parts as they stand in the path, percent-encoded; null when the path has another form. */
  match(path: string): Readonly<Record<string, string>> | null
}

const PIECE = /:([A-Za-z_]\w*)|\*|[^:*]+/y
/** What URLPattern gives a meaning that is not used here, and what a path cannot hold unescaped. */
const FOREIGN = /[(){}+?\\#\s]/
const WILDCARD_OPENNESS = 100

/** Patterns stand in releases and in code, so there are few of them; each is read once. */
const known = new Map<string, PathPattern>()

/** @throws Error with a sentence for a pattern that is none. */
export function pathPattern(pattern: string): PathPattern {
  const made = known.get(pattern) ?? read(pattern)
  known.set(pattern, made)
  return made
}

function read(pattern: string): PathPattern {
  if (!pattern.startsWith('/')) throw new Error(`${pattern} is no path: it begins with a slash`)
  const names: string[] = []
  let openness = 0
  let source = ''
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < pattern.length) {
    const at = PIECE.lastIndex
    const piece = PIECE.exec(pattern)
    if (piece === null) throw new Error(`${pattern} has a colon without a name`)
    const [text, name] = piece
    if (name !== undefined) {
      if (names.includes(name)) throw new Error(`${pattern} names "${name}" twice`)
      if (pattern.startsWith(':', at + text.length)) throw new Error(`${pattern} has two names side by side`)
      names.push(name)
      openness += 1
      source += '([^/]+?)'
    } else if (text === '*') {
      openness += WILDCARD_OPENNESS
      source += '.*'
    } else {
      if (FOREIGN.test(text)) throw new Error(`${pattern} has a character that patterns do not know here`)
      source += text.replace(/[.$^|[\]]/g, '\\$&')
    }
  }
  const whole = new RegExp(`^${source}$`)
  return {
    pattern,
    openness,
    match(path) {
      const found = whole.exec(path)
      if (found === null) return null
      return Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? '']))
    },
  }
}

/** The most telling of the patterns that match; the first of equals. */
export function mostTelling<One extends { readonly pattern: PathPattern }>(
  patterns: Iterable<One>,
  path: string,
): One | null {
  let best: One | null = null
  for (const one of patterns) {
    if (best !== null && one.pattern.openness >= best.pattern.openness) continue
    if (one.pattern.match(path) !== null) best = one
  }
  return best
}
