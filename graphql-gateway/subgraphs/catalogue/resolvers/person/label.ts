// Names of persons in the language of the reader.
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import { storedPerson, type PersonNode } from './node.ts'

/** Pinyin without its tones, as English prints it: Sū Shì -> Su Shi; ü stays. */
export function romanised(pinyin: string): string {
  return pinyin
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
}

/**
 * `Su Shi 苏轼` in English, `Confucius (Kongzi) 孔子` for who has another name there; the name alone where nobody knows how it
 * is read, and in Chinese.
 */
export async function personLabel(
  person: PersonNode,
  language: InterfaceLanguage,
  context: SubgraphContext,
): Promise<string> {
  if (language !== 'en') return person.name
  const { pinyin, names = [] } = await storedPerson(person, context)
  const sound = pinyin === undefined ? null : romanised(pinyin)
  const foreign = names.find(({ type }) => type === 'foreign')?.name
  const letters = foreign === undefined ? sound : sound === null ? foreign : `${foreign} (${sound})`
  return letters === null ? person.name : `${letters} ${person.name}`
}

/** What is named where no person is known: a body, or nobody. */
export function bodyName(name: string, language: InterfaceLanguage): string {
  return language === 'en' && NOBODY.has(name) ? 'Anonymous' : name
}

const NOBODY = new Set(['佚名', '无名氏', '不详'])
