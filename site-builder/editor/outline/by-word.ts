/** Whether something of the palette is found by a word, in either language. Pure. */
import type { Words } from '@shuxiang/vocabulary'

/** @param word as it was typed; nothing typed finds all. */
export function isFound(word: string, texts: readonly Words[], locale: string): boolean {
  const looked = word.trim().toLocaleLowerCase(locale)
  return texts
    .flatMap((words) => [words['zh-CN'], words.en])
    .some((text) => text.toLocaleLowerCase(locale).includes(looked))
}
