/** Words for values that come with the data: our own where we have one, else the label of the data. */
import { useMessages, type MessageTools } from '@shuxiang/sdk'
import { zhCN } from './zh-CN.ts'

export interface Labels extends MessageTools {
  kind(kind: string): string
  language(tag: string): string
  /** A name with what the person did for the work: author, editor… */
  person(role: string, name: string): string
  /** Label of a facet value: `label` is what the index keeps of it. */
  facetValue(facet: string, value: string, label: string): string
  /** Language of labels that come with the data, when it is not that of the page; for `lang`. */
  readonly dataLanguage: 'zh-Hans' | undefined
}

const known = (key: string): boolean => Object.hasOwn(zhCN, key)

export function useLabels(): Labels {
  const tools = useMessages()
  const own = (key: string, otherwise: string): string => (known(key) ? tools.t(key) : otherwise)
  const kind = (value: string): string => own(`kind.${value}`, value)
  const language = (tag: string): string => own(`language.${tag}`, tag)
  return {
    ...tools,
    kind,
    language,
    person: (role, name) => (known(`person.${role}`) ? tools.t(`person.${role}`, { name }) : name),
    facetValue(facet, value, label) {
      if (facet === 'kind') return own(`kind.${value}`, label)
      return facet === 'language' ? own(`language.${value}`, label) : label
    },
    dataLanguage: tools.locale === 'zh-CN' ? undefined : 'zh-Hans',
  }
}
