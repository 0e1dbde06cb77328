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

function addressesIn({ siteAssets }: SiteFilesData): [string, string][] {
  return siteAssets.flatMap((asset): [string, string][] => {
    const url = asset?.variants.flatMap((one) => fileAddress(one.url) ?? []).at(-1)
    return asset && url !== undefined ? [[`asset:${asset.id}`, url]] : []
  })
}

/** The context in which links to files lead to them. A file that is gone is no link. */
export function withFiles<Context extends RenderContext | BlockContext>(
  context: Context,
  found: SiteFilesData | null | undefined,
): Context {
  const addresses = found ? addressesIn(found) : []
  if (addresses.length === 0) return context
  return contextWith(context, { addresses: { ...context.addresses, ...Object.fromEntries(addresses) } })
}

/**
 * Where the files lie that pages asked for, by what names them in a document (`asset:<id>`); a file that is gone is not
 * among them. Undefined when one of the questions has no answer: nobody knows then.
 */
export function filesFound(
  queries: readonly { readonly key: string; readonly operation: string }[],
  answers: ReadonlyMap<string, unknown>,
): Readonly<Record<string, string>> | undefined {
  const addresses: Record<string, string> = {}
  for (const { key } of queries.filter((query) => query.operation === SiteFiles.name)) {
    const answer = ask(SiteFiles, { ids: [] }).checked(answers.get(key))
    if (answer === null) return undefined
    for (const [name, url] of addressesIn(answer)) addresses[name] = url
  }
  return addresses
}

/** Targets of all links in a text. */
export function linksIn(text: RichText): string[] {
  return text
    .flatMap((node) => (node.type === 'list' ? node.items.flat() : node.runs))
    .flatMap(({ marks = [] }) => marks.flatMap((mark) => (mark.type === 'link' ? [mark.to] : [])))
}
