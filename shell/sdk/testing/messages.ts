/** Whether the messages of a microfrontend say the same in every language. */
import type { Messages } from '../contract.ts'

const PLURAL_OF_ONE = /\.one$/
const HALF_WIDTH = /\p{Script=Han}[,:;!?]/u

/**
 * One line a fault: a key that one language lacks (but for singulars, which Chinese does not have), placeholders that
 * differ, a message that is empty, a Chinese one with half-width punctuation after a Han character.
 */
export function messageFaults(messages: Messages): string[] {
  const chinese = messages['zh-CN']
  const english = messages.en
  const faults: string[] = []
  for (const [key, text] of Object.entries(chinese)) {
    const other = english[key]
    if (other === undefined) faults.push(`en lacks "${key}"`)
    else if (placeholders(other) !== placeholders(text))
      faults.push(`"${key}" takes ${placeholders(text)} in zh-CN and ${placeholders(other)} in en`)
    if (HALF_WIDTH.test(text)) faults.push(`"${key}" has half-width punctuation in zh-CN`)
  }
  for (const key of Object.keys(english)) {
    const plain = key.replace(PLURAL_OF_ONE, '.other')
    if (!Object.hasOwn(chinese, plain)) faults.push(`zh-CN lacks "${plain}"`)
  }
  for (const [language, own] of Object.entries(messages))
    for (const [key, text] of Object.entries(own))
      if (text.trim() === '') faults.push(`"${key}" is empty in ${language}`)
  return faults
}

const placeholders = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join(' ') || 'none'
