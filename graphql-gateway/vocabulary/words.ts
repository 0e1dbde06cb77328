// Texts in the languages of the interface.

/** A text in Chinese (simplified characters) and English. */
export interface Words {
  readonly 'zh-CN': string
  readonly en: string
}

/** Language of an interface, as BCP 47. */
export type InterfaceLanguage = keyof Words

/** One coded value with its name. */
export interface Entry {
  readonly id: string
  readonly words: Words
}

/** Shorthand for tables. */
export function words(chinese: string, english: string): Words {
  return { 'zh-CN': chinese, en: english }
}

/** The entry of a code; undefined for a code that the table does not have, as one from a later version. */
export function entryOf<E extends Entry>(table: readonly E[], id: string): E | undefined {
  return table.find((entry) => entry.id === id)
}

/** Name of a code in a language; the code itself when the table does not have it. */
export function nameOf(table: readonly Entry[], id: string, language: InterfaceLanguage): string {
  return entryOf(table, id)?.words[language] ?? id
}
