/** Where files of the library are: links name them by id, and the graph says the address. */
import type { RichText } from '@shuxiang/site-model'
import { ask } from './answers/ask.ts'
import type { Ask } from './answers/ask.ts'
import { contextWith } from './context-with.ts'
import type { BlockContext, RenderContext } from './contract.ts'
import { SiteFiles } from './operations.generated.ts'
import type { SiteFilesData } from './operations.generated.ts'

/** As many as the graph answers at once. */
const mostAsked = 60

/** The address of a file when it is one of ours; null for anything else that stands in an answer. */
export function fileAddress(url: string): string | null {
  return /^\/_files\/[0-9a-f]{64}\.(?:webp|jpg|png|pdf)$/.test(url) ? url : null
}

/** Ids in targets such as `asset:x1`, each once. */
export function assetsIn(targets: readonly string[]): readonly string[] {
  const ids = targets.flatMap((target) => /^asset:([\w-]{1,200})$/.exec(target)?.[1] ?? [])
  return [...new Set(ids)].slice(0, mostAsked)
}

/** Asks where they are; undefined when there are none. */
export function askFiles(targets: readonly string[]): Ask<SiteFilesData> | undefined {
  const ids = assetsIn(targets)
  return ids.length === 0 ? undefined : ask(SiteFiles, { ids: [...ids] })
}

/** The context in which links to files lead to them. A file that is gone is no link. */
export function withFiles<Context extends RenderContext | BlockContext>(
  context: Context,
  found: SiteFilesData | null | undefined,
): Context {
  const addresses = (found?.siteAssets ?? []).flatMap((asset): [string, string][] => {
    const url = asset?.variants.flatMap((one) => fileAddress(one.url) ?? []).at(-1)
    return asset && url !== undefined ? [[`asset:${asset.id}`, url]] : []
  })
  if (addresses.length === 0) return context
  return contextWith(context, { addresses: { ...context.addresses, ...Object.fromEntries(addresses) } })
}

/** Targets of all links in a text. */
export function linksIn(text: RichText): string[] {
  return text
    .flatMap((node) => (node.type === 'list' ? node.items.flat() : node.runs))
    .flatMap(({ marks = [] }) => marks.flatMap((mark) => (mark.type === 'link' ? [mark.to] : [])))
}
