/** What the components of an extension read: no head of the page and no slots of their own. */
import type { LanguageMessages, Portal } from './contract.ts'
import type { MicrofrontendContext } from './context.ts'
import { headStack } from './head.ts'
import type { QueryCache } from './query-cache.ts'

export function extensionContext(given: {
  readonly name: string
  readonly messages: LanguageMessages
  readonly portal: Portal
  readonly queries: QueryCache
  readonly server: boolean
}): MicrofrontendContext {
  return { ...given, heads: headStack(), placed: [] }
}
