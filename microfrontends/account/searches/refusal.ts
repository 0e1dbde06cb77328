/** Why a search was not kept, in words. */
import type { MessageTools } from '@shuxiang/sdk'
import type { Refusal } from '../keeping/kept.ts'
import { refusalWords } from '../places/refusal.ts'

export function searchRefusal(tools: MessageTools, why: Refusal, most: number): string {
  if (why === 'many') return tools.t('searches.many', { n: most })
  if (why === 'gone') return tools.t('searches.gone')
  return refusalWords(tools, why, { mostLists: most })
}
