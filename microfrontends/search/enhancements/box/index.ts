/** Enhancement `search.box.v1`: gives a search form suggestions as the reader types. The form works without it. */
import { loadMessages, messageTools, type MessageTools } from '@shuxiang/sdk'
import type { Portal, Enhancement } from '@shuxiang/sdk/contract'
import { LONGEST_BOX } from '@shuxiang/sdk/addresses'
import { SCRIPT_IN_GRAPH } from '@shuxiang/sdk/script'
import { closedCombobox, shownText, step, type ComboboxEvent } from '@shuxiang/sdk/ui/combobox'
import '@shuxiang/sdk/ui/combobox.css'
import { messages } from '../../messages/index.ts'
import { Suggest } from '../../operations.generated.ts'
import { suggestionList, type Suggested } from './suggestion-list.ts'

/** Long enough not to ask between two quick keys, short enough to feel like typing. */
const DEBOUNCE_MS = 120
const SHOWN = 8
let enhanced = 0

const box: Enhancement = {
  async enhance(element, portal) {
    const input = element.querySelector('input[name=q]')
    if (!(input instanceof HTMLInputElement)) return
    const tools = messageTools(await loadMessages(messages, portal.locale), portal.locale)
    return enhanceInput(element, input, portal, tools)
  },
}
export default box

function enhanceInput(
  form: HTMLElement,
  input: HTMLInputElement,
  portal: Portal,
  tools: MessageTools,
): () => void {
  const leaving = new AbortController()
  const signal = AbortSignal.any([leaving.signal, portal.signal])
  const listen = { signal }
  let state = closedCombobox<Suggested>(input.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | null = null

  enhanced += 1
  const list = suggestionList(`search-suggestions-${enhanced}`, tools, (index) => {
    send({ type: 'pressed', index })
  })

  function send(event: ComboboxEvent<Suggested>): boolean {
    const before = shownText(state)
    const result = step(state, event)
    state = result.state
    const text = shownText(state)
    // While typing the box is the reader's: writing into it would move the caret.
    if (text !== before && event.type === 'key') input.value = text
    const chosen = list.show(state)
    input.setAttribute('aria-expanded', String(state.open))
    if (chosen === null) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', chosen)
    if (result.stopAsking || result.ask !== undefined) stop()
    if (result.ask !== undefined) askSoon(result.ask)
    if (result.chosen !== undefined) portal.navigate(result.chosen.url)
    return result.handled === true
  }

  function stop(): void {
    clearTimeout(timer)
    asking?.abort()
    asking = null
  }

  function askSoon(prefix: string): void {
    if (prefix.length > LONGEST_BOX) return
    timer = setTimeout(() => void ask(prefix), DEBOUNCE_MS)
  }

  /** Suggestions are a kindness: when none can be had, the box stays a plain box. */
  async function ask(prefix: string): Promise<void> {
    const own = new AbortController()
    asking = own
    try {
      const { data } = await portal.gql(
        Suggest,
        { prefix, first: SHOWN, language: tools.locale, script: SCRIPT_IN_GRAPH[portal.script] },
        { signal: AbortSignal.any([own.signal, signal]) },
      )
      if (own.signal.aborted || signal.aborted) return
      const wasOpen = state.open
      send({
        type: 'answered',
        prefix,
        items: (data?.suggest ?? []).map(({ kind, ...rest }) => ({ ...rest, group: kind })),
      })
      if (state.open && !wasOpen) portal.announce(tools.t('box.found', { n: state.items.length }))
    } catch (error) {
      if (!own.signal.aborted && !signal.aborted)
        portal.log('info', 'suggestions not available', { reason: String(error) })
    }
  }

  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.element.id,
    autocomplete: 'off',
  }
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)

  // Styles of a microfrontend hold below its mark only, and the form may stand on anybody's page.
  const holder = document.createElement('div')
  holder.dataset['mfe'] = 'search'
  holder.append(list.element)
  form.append(holder)

  input.addEventListener('input', () => send({ type: 'typed', text: input.value }), listen)
  input.addEventListener(
    'compositionstart',
    () => send({ type: 'composition', going: true, text: input.value }),
    listen,
  )
  input.addEventListener(
    'compositionend',
    () => send({ type: 'composition', going: false, text: input.value }),
    listen,
  )
  input.addEventListener(
    'keydown',
    (event) => {
      // Safari ends the composition before the Enter that confirmed it; only this mark tells the two apart.
      // The page may have put another question into the box meanwhile; its suggestions would be another's.
      if (!state.open && input.value !== shownText(state)) state = closedCombobox(input.value)
      const composing = event.isComposing || event.keyCode === 229
      const modified = event.ctrlKey || event.metaKey || event.altKey
      if (!composing && !modified && send({ type: 'key', key: event.key })) event.preventDefault()
    },
    listen,
  )
  input.addEventListener('blur', () => send({ type: 'left' }), listen)
  form.addEventListener('submit', () => send({ type: 'left' }), listen)
  // The frame outlives the page: what was asked stands in the box of the results, and is not asked here again.
  if (form instanceof HTMLFormElement && !form.closest('main'))
    form.addEventListener('submit', () => void setTimeout(() => form.reset()), listen)
  // Who typed while this script was on its way waits already; a question that came with the page is no typing.
  if (document.activeElement === input && input.value !== input.defaultValue)
    send({ type: 'typed', text: input.value })

  function undo(): void {
    stop()
    leaving.abort()
    holder.remove()
    for (const name of [...Object.keys(attributes), 'aria-activedescendant']) {
      if (name !== 'autocomplete') input.removeAttribute(name)
    }
  }
  return undo
}
