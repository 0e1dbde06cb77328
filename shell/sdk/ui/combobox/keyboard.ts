/** What a combobox does with keys, text and answers: a pure step from state to state, without a document. */

/** What can be chosen, as far as the keyboard is concerned. */
export interface Choosable {
  readonly text: string
  /** Options of one group stand together, the groups in the order of their best option. */
  readonly group: string
}

export interface ComboboxState<Item extends Choosable> {
  /** What the reader typed; Escape gives it back after the arrows walked through options. */
  readonly typed: string
  /** In the order shown, so grouped. */
  readonly items: readonly Item[]
  /** Index of the option walked to; -1 is the typed text itself. */
  readonly active: number
  readonly open: boolean
  /** An input method is at work: what stands in the box is not yet what the reader means. */
  readonly composing: boolean
  /** The empty text asks for all that there is; else it asks nothing. */
  readonly browses: boolean
}

export type ComboboxEvent<Item extends Choosable> =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'composition'; readonly going: boolean; readonly text: string }
  | { readonly type: 'answered'; readonly prefix: string; readonly items: readonly Item[] }
  | { readonly type: 'key'; readonly key: string }
  /** An option was pressed, by its place in the list. */
  | { readonly type: 'pressed'; readonly index: number }
  | { readonly type: 'left' }

/** What the document has to do after a step. `handled` says that the browser's own action must not follow. */
export interface Step<Item extends Choosable> {
  readonly state: ComboboxState<Item>
  readonly ask?: string
  readonly stopAsking?: boolean
  readonly chosen?: Item
  readonly handled?: boolean
}

/** Where a combobox begins; see `browses`. */
export function closedCombobox<Item extends Choosable>(typed: string, browses = false): ComboboxState<Item> {
  return { typed, items: [], active: -1, open: false, composing: false, browses }
}

/** The text that the box shows. */
export const shownText = ({ typed, items, active }: ComboboxState<Choosable>): string =>
  items[active]?.text ?? typed

export function step<Item extends Choosable>(
  state: ComboboxState<Item>,
  event: ComboboxEvent<Item>,
): Step<Item> {
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
    case 'pressed':
      return choose(state, state.items[event.index])
    case 'left':
      return { state: { ...state, open: false }, stopAsking: true }
  }
}

function closed<Item extends Choosable>(state: ComboboxState<Item>): ComboboxState<Item> {
  return { ...state, open: false, active: -1 }
}

const asks = ({ browses }: ComboboxState<Choosable>, prefix: string): boolean => prefix !== '' || browses

function typed<Item extends Choosable>(state: ComboboxState<Item>, text: string): Step<Item> {
  const prefix = text.trim()
  if (!asks(state, prefix)) return { state: closedCombobox(text, state.browses), stopAsking: true }
  return { state: { ...state, typed: text, active: -1 }, ask: prefix }
}

function answered<Item extends Choosable>(
  state: ComboboxState<Item>,
  prefix: string,
  items: readonly Item[],
): Step<Item> {
  const outdated = state.composing || prefix !== state.typed.trim()
  // A late answer must not pull the list from under a reader who already walks through it.
  if (outdated || state.active >= 0) return { state }
  const grouped = byGroup(items)
  return { state: { ...state, items: grouped, active: -1, open: grouped.length > 0 } }
}

function key<Item extends Choosable>(state: ComboboxState<Item>, name: string): Step<Item> {
  switch (name) {
    case 'ArrowDown':
      return walk(state, 1)
    case 'ArrowUp':
      return walk(state, -1)
    case 'Enter':
      return choose(state, state.open ? state.items[state.active] : undefined)
    case 'Escape':
      return state.open ? { state: closed(state), stopAsking: true, handled: true } : { state }
    case 'Tab':
      return { state: { ...state, open: false }, stopAsking: true }
    default:
      return { state }
  }
}

/** Without an option the text stands as it is shown, and the browser does what it does with a text. */
function choose<Item extends Choosable>(state: ComboboxState<Item>, chosen: Item | undefined): Step<Item> {
  if (!chosen) return { state: closed({ ...state, typed: shownText(state) }), stopAsking: true }
  return { state: closed({ ...state, typed: chosen.text }), chosen, stopAsking: true, handled: true }
}

/** The typed text is one stop of the round, between the last option and the first. */
function walk<Item extends Choosable>(state: ComboboxState<Item>, by: 1 | -1): Step<Item> {
  const stops = state.items.length + 1
  if (stops === 1) {
    const prefix = state.typed.trim()
    return asks(state, prefix) ? { state, ask: prefix, handled: true } : { state }
  }
  if (!state.open) return { state: { ...state, open: true }, handled: true }
  const active = ((state.active + 1 + by + stops) % stops) - 1
  return { state: { ...state, active }, handled: true }
}

/** Groups in the order in which their best option came. */
function byGroup<Item extends Choosable>(items: readonly Item[]): readonly Item[] {
  const groups = [...new Set(items.map(({ group }) => group))]
  return groups.flatMap((group) => items.filter((item) => item.group === group))
}
