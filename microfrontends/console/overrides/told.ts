/** What readers are told, as a form holds it and as the graph takes it. */
import { oneLine } from '../doing/reason.ts'
import type { LocalTextInput } from '../operations.generated.ts'

/** Characters, as the graph takes them. */
export const LONGEST = 300

/** In Chinese at least, in no language more than the graph takes. */
export const isTold = (zh: string, en: string): boolean =>
  oneLine(zh) !== '' && [zh, en].every((text) => [...oneLine(text)].length <= LONGEST)

export const toldTexts = (zh: string, en: string): LocalTextInput[] =>
  [
    { language: 'zh-CN', text: oneLine(zh) },
    { language: 'en', text: oneLine(en) },
  ].filter(({ text }) => text !== '')
