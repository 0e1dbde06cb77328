/** Where in a piece of HTML a value stands: what escaping it needs depends on that. */

/** `attributes`: inside a tag, where only finished markup such as ` checked` may stand. */
export type Place = 'text' | 'attributes' | 'value' | 'url'

const urlNames = new Set(['href', 'src', 'action', 'formaction', 'cite', 'poster', 'data'])
/** Attributes in which no escaping makes a foreign value harmless. */
const closedNames = /^(?:on.*|style|srcdoc|is)$/i
/** Elements whose content is no HTML text. */
const closedElements = /<(?:script|style|textarea|title|xmp|iframe|noscript|template|plaintext)\b/i

type State =
  | { readonly in: 'text' }
  | { readonly in: 'tag' }
  | { readonly in: 'value'; readonly name: string; readonly quote: string; readonly begun: boolean }

/** `<a ... name="` or `name='` at the end of what was read inside a tag. */
const opensValue = /([^\s"'<>/=]+)\s*=\s*$/

function read(part: string, from: State): State {
  let state = from
  let tag = ''
  for (const character of part) {
    if (state.in === 'text') {
      if (character === '<') [state, tag] = [{ in: 'tag' }, '<']
    } else if (state.in === 'value') {
      if (character === state.quote) [state, tag] = [{ in: 'tag' }, '']
      else if (!state.begun) state = { ...state, begun: true }
    } else if (character === '>') state = { in: 'text' }
    else if (character === '"' || character === "'") {
      const name = opensValue.exec(tag)?.[1] ?? ''
      state = { in: 'value', name: name.toLowerCase(), quote: character, begun: false }
    } else tag += character
  }
  if (state.in === 'tag' && /(?:=\s*|<\/?)$/.test(tag))
    throw new TypeError(`a value stands unquoted after ${JSON.stringify(tag.slice(-40))}`)
  return state
}

/**
 * The place of each insert of a template.
 * @throws TypeError when a value stands where no escaping helps: unquoted, as a name, in a handler, style or script.
 */
export function placesOf(parts: readonly string[]): readonly Place[] {
  const closed = parts.map((part) => closedElements.exec(part)?.[0]).find((found) => found !== undefined)
  if (closed !== undefined)
    throw new TypeError(`a template may not hold ${closed}; its content is no HTML text`)
  let state: State = { in: 'text' }
  return parts.slice(0, -1).map((part): Place => {
    const at = read(part, state)
    state = at
    if (at.in === 'text') return 'text'
    if (at.in === 'tag') return 'attributes'
    if (closedNames.test(at.name)) throw new TypeError(`no value may stand in the attribute ${at.name}`)
    state = { ...at, begun: true }
    return urlNames.has(at.name) && !at.begun ? 'url' : 'value'
  })
}
