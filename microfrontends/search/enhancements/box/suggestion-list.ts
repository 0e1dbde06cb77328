/** The list below the box: an ARIA listbox with one group a kind of suggestion. Made with DOM calls only. */
import type { MessageTools } from '@shuxiang/sdk'
import type { ComboboxState } from '@shuxiang/sdk/ui/combobox'

export interface Suggested {
  readonly text: string
  /** The kind of suggestion. */
  readonly group: string
  readonly count: number
  readonly url: string
  /** Under which name the works stand, where the text is another name of a person. */
  readonly name?: string | null
  /** The work that a line is from; of a title, what stands beside it in the language of the page. */
  readonly of: string | null
}

const GROUPS = new Set(['title', 'creator', 'line'])

export interface SuggestionList {
  readonly element: HTMLElement
  /** Show a state; answers the id of the chosen option, or null. */
  show(state: ComboboxState<Suggested>): string | null
}

/** `id` makes the ids of the options unique in the document; `choose` hears of a press on an option. */
export function suggestionList(
  id: string,
  { t }: Pick<MessageTools, 't'>,
  choose: (index: number) => void,
): SuggestionList {
  const list = document.createElement('div')
  list.id = id
  list.className = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', t('box.suggestions'))
  list.hidden = true
  let shown: readonly Suggested[] | null = null
  let options: HTMLElement[] = []

  function build(items: readonly Suggested[]): void {
    shown = items
    options = []
    const groups = new Map<string, HTMLElement>()
    items.forEach((item, index) => {
      const kind = GROUPS.has(item.group) ? item.group : 'rest'
      let group = groups.get(kind)
      if (!group) {
        group = groupOf(`${id}-${kind}`, t(`box.group.${kind}`))
        groups.set(kind, group)
      }
      const option = optionOf(`${id}-${index}`, item)
      option.addEventListener('click', () => choose(index))
      options.push(option)
      group.append(option)
    })
    list.replaceChildren(...groups.values())
  }

  function optionOf(optionId: string, item: Suggested): HTMLElement {
    const option = document.createElement('div')
    option.id = optionId
    option.className = 'option'
    option.setAttribute('role', 'option')
    option.append(
      textOf('text', item.name ? t('box.named', { text: item.text, name: item.name }) : item.text),
    )
    if (item.of) option.append(' ', textOf('of', item.of))
    if (item.count > 1) option.append(textOf('count', t('box.works', { n: item.count })))
    return option
  }

  // The reader's finger must not take the focus out of the box: on a phone the keyboard would fall.
  list.addEventListener('mousedown', (event) => event.preventDefault())

  return {
    element: list,
    show(state) {
      if (state.items !== shown) build(state.items)
      list.hidden = !state.open
      options.forEach((option, index) => option.setAttribute('aria-selected', String(index === state.active)))
      const chosen = state.open ? options[state.active] : undefined
      chosen?.scrollIntoView({ block: 'nearest' })
      return chosen?.id ?? null
    },
  }
}

function groupOf(id: string, name: string): HTMLElement {
  const group = document.createElement('div')
  const title = textOf('group', name)
  title.id = id
  title.setAttribute('role', 'presentation')
  group.setAttribute('role', 'group')
  group.setAttribute('aria-labelledby', id)
  group.append(title)
  return group
}

function textOf(className: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  // For the voice: a text in characters only, or in pinyin; a mixture has none.
  if (!/[a-z]/i.test(text)) element.lang = 'zh'
  else if (/[\u0304\u030c]/.test(text.normalize('NFD'))) element.lang = 'zh-Latn-pinyin'
  return element
}
