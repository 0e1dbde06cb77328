/** One combobox on a page: its state, the question that waits for the next key, and what the page chose meanwhile. */
import { onBeforeUnmount, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { closedCombobox, shownText, step, type ComboboxEvent, type ComboboxState } from './keyboard.ts'
import type { ComboOption } from './option.ts'

export type Item = ComboOption & { readonly group: string }

export interface ComboboxParts {
  readonly input: Readonly<ShallowRef<HTMLInputElement | null>>
  readonly chosen: Ref<ComboOption | null>
  /** What fits, and the text that it fits; null while nothing was asked. */
  answer(): { readonly options: readonly ComboOption[]; readonly answered: string | null }
  ask(text: string): void
  /** The list is open, with so many options. */
  opened(count: number): void
}

export interface Combobox {
  readonly state: Readonly<ShallowRef<ComboboxState<Item>>>
  /** True when the browser's own action must not follow. */
  send(event: ComboboxEvent<Item>): boolean
  /** Take the choice back and stay in the box. */
  clear(): void
}

/** Long enough not to ask between two quick keys, short enough to feel like typing. */
const DEBOUNCE_MS = 120

/** For setup of a component. */
export function useCombobox({ input, chosen, answer, ask, opened }: ComboboxParts): Combobox {
  const state = shallowRef(closedCombobox<Item>(chosen.value?.text ?? '', true))
  let timer: ReturnType<typeof setTimeout> | undefined
  onBeforeUnmount(() => clearTimeout(timer))

  function send(event: ComboboxEvent<Item>): boolean {
    const before = shownText(state.value)
    const result = step(state.value, event)
    state.value = result.state
    const text = shownText(result.state)
    // While typing the box is the reader's: writing into it would move the caret.
    const isOurs = event.type === 'key' || event.type === 'pressed'
    if (isOurs && text !== before) write(text)
    if (event.type === 'typed' && event.text !== chosen.value?.text) chosen.value = null
    if (result.chosen) chosen.value = result.chosen
    if (result.stopAsking === true || result.ask !== undefined) clearTimeout(timer)
    const { ask: question } = result
    if (question !== undefined) timer = setTimeout(() => askNow(question), DEBOUNCE_MS)
    return result.handled === true
  }

  /** Asked the same as before, a page has nothing to change, and what it answered holds. */
  function askNow(question: string): void {
    ask(question)
    if (answer().answered === question) take()
  }

  const hasFocus = (): boolean => document.activeElement === input.value
  function write(text: string): void {
    if (input.value) input.value.value = text
  }
  function clear(): void {
    chosen.value = null
    state.value = closedCombobox('', true)
    write('')
    input.value?.focus()
  }

  function take(): void {
    const { options, answered } = answer()
    if (answered === null || !hasFocus()) return
    const wasOpen = state.value.open
    const items = options.map((option) => ({ ...option, group: option.group ?? '' }))
    send({ type: 'answered', prefix: answered, items })
    if (state.value.open && !wasOpen) opened(items.length)
    // Nothing fits any more: a list of what fitted before would mislead.
    if (items.length === 0 && wasOpen) state.value = { ...state.value, open: false }
  }
  watch(() => answer(), take)
  // Chosen or cleared by the page; what is being typed is the reader's.
  watch(chosen, (now) => {
    if (now === null && state.value.typed !== '' && hasFocus()) return
    const text = now?.text ?? ''
    state.value = closedCombobox(text, true)
    write(text)
  })
  return { state, send, clear }
}
