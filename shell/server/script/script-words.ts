/** How the texts of pages are written in another script, asked of the graph and kept while they are read. */
import { createHash, randomUUID } from 'node:crypto'
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import type { ScriptWish } from '@shuxiang/sdk/contract'
import { askedParts, SCRIPT_IN_GRAPH } from '@shuxiang/sdk/script'
import { LRUCache } from 'lru-cache'
import { ScriptWords as WordsQuery } from '../operations.generated.ts'
import { rewritablePage, type WrittenPage } from './written-page.ts'

export interface ScriptWords {
  /** Words of texts as `OtherScript.words` has them; null when they cannot be had in time. */
  of(texts: Iterable<string>, wish: Wanted): Promise<string | null>
}

/** A script that a text can be written in. */
export type Wanted = Exclude<ScriptWish, 'source'>

/** A page that waits longer is sent as its sources have it. The first one waits for the dictionaries, a third of a second. */
const DEADLINE_MS = 1_500
/** A page with more is written in part. */
const MOST_PARTS = 4
/** Of front pages and lists that are read again and again. */
const MOST_KEPT_BYTES = 4 * 1024 * 1024

export function openScriptWords(client: GatewayClient): ScriptWords {
  const kept = new LRUCache<string, string>({
    maxSize: MOST_KEPT_BYTES,
    sizeCalculation: (words) => 100 + words.length * 2,
  })

  async function ofPart(text: string, wish: Wanted): Promise<string> {
    const key = createHash('sha256').update(`${wish} ${text}`).digest('base64url')
    const known = kept.get(key)
    if (known !== undefined) return known
    const call = { requestId: randomUUID(), signal: AbortSignal.timeout(DEADLINE_MS) }
    const { data } = await ask(client, WordsQuery, { text, script: SCRIPT_IN_GRAPH[wish] }, call)
    if (!data) throw new Error('the graph told no words')
    kept.set(key, data.scriptWords)
    return data.scriptWords
  }

  return {
    async of(texts, wish) {
      try {
        const parts = askedParts(texts).slice(0, MOST_PARTS)
        return (await Promise.all(parts.map((part) => ofPart(part, wish)))).filter(Boolean).join(' ')
      } catch {
        return null
      }
    },
  }
}

/**
 * A page in the script that is wanted, with the words that did it. Null: the reader wants none, or how it is written cannot
 * be known now.
 */
export async function writtenPage(
  scriptWords: ScriptWords,
  html: string,
  wish: ScriptWish,
): Promise<(WrittenPage & { readonly words: string }) | null> {
  if (wish === 'source') return null
  const page = rewritablePage(html, wish)
  if (page === null) return { html, sources: [], words: '' }
  const words = await scriptWords.of(page.sources, wish)
  return words === null ? null : { ...page.write(words), words }
}
