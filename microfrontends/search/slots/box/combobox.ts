/** What the one box does with keys, text and answers: a pure step from state to state, without a document. */

export interface Suggested {
  readonly text: string
  readonly kind: string
  readonly count: number
  readonly url: string
}

export interface ComboboxState {
  /** What the reader typed; Escape gives it back after the arrows walked through suggestions. */
  readonly typed: string
  /** In the order shown, so grouped by kind. */
  readonly items: readonly Suggested[]
  /** Index of the chosen suggestion; -1 is the typed text itself. */
  readonly active: number
  readonly open: boolean
  /** An input method is at work: what stands in the box is not yet what the reader means. */
  readonly composing: boolean
}

export type ComboboxEvent =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'composition'; readonly going: boolean; readonly text: string }
  | { readonly type: 'answered'; readonly prefix: string; readonly items: readonly Suggested[] }
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'left' }

/** What the document has to do after a step. `handled` says that the browser's own action must not follow. */
export interface Step {
  readonly state: ComboboxState
  readonly ask?: string
  readonly stopAsking?: boolean
  readonly go?: string
  readonly handled?: boolean
}

export const closedCombobox = (typed: string): ComboboxState => ({
  typed,
  items: [],
  active: -1,
  open: false,
  composing: false,
})

/** The text that the box shows. */
export const shownText = ({ typed, items, active }: ComboboxState): string => items[active]?.text ?? typed

export function step(state: ComboboxState, event: ComboboxEvent): Step {
  switch (event.type) {
    case 'typed':
      return state.composing ? { state } : typed(state, event.text)
    case 'composition':
      if (event.going) return { state: { ...closed(state), composing: true }, stopAsking: true }
      return typed({ ...state, composing: false }, event.text)
    case 'answered':
      return answered(state, event.prefix, event.items)
    case 'key':
      return state.composing ? { state } : key(state, event.key)
    case 'left':
      return { state: { ...state, open: false }, stopAsking: true }
  }
}

const closed = (state: ComboboxState): ComboboxState => ({ ...state, open: false, active: -1 })

function typed(state: ComboboxState, text: string): Step {
  const prefix = text.trim()
  if (prefix === '') return { state: closedCombobox(text), stopAsking: true }
  return { state: { ...state, typed: text, active: -1 }, ask: prefix }
}

function answered(state: ComboboxState, prefix: string, items: readonly Suggested[]): Step {
  const outdated = state.composing || prefix !== state.typed.trim()
  // A late answer must not pull the list from under a reader who already walks through it.
  if (outdated || state.active >= 0) return { state }
  const grouped = groupByKind(items)
  return { state: { ...state, items: grouped, active: -1, open: grouped.length > 0 } }
}

function key(state: ComboboxState, name: string): Step {
  switch (name) {
    case 'ArrowDown':
      return walk(state, 1)
    case 'ArrowUp':
      return walk(state, -1)
    case 'Enter': {
      const chosen = state.open ? state.items[state.active] : undefined
      if (!chosen) return { state: closed({ ...state, typed: shownText(state) }), stopAsking: true }
      return {
        state: closed({ ...state, typed: chosen.text }),
        go: chosen.url,
        stopAsking: true,
        handled: true,
      }
    }
    case 'Escape':
      return state.open ? { state: closed(state), stopAsking: true, handled: true } : { state }
    case 'Tab':
      return { state: { ...state, open: false }, stopAsking: true }
    default:
      return { state }
  }
}

/** The typed text is one stop of the round, between the last suggestion and the first. */
function walk(state: ComboboxState, by: 1 | -1): Step {
  const stops = state.items.length + 1
  if (stops === 1) {
    const prefix = state.typed.trim()
    return prefix === '' ? { state } : { state, ask: prefix, handled: true }
  }
  if (!state.open) return { state: { ...state, open: true }, handled: true }
  const active = ((state.active + 1 + by + stops) % stops) - 1
  return { state: { ...state, active }, handled: true }
}

/** Groups in the order in which their best suggestion came. */
function groupByKind(items: readonly Suggested[]): readonly Suggested[] {
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => items.filter((item) => item.kind === kind))
}
