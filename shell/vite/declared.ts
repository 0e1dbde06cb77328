/** What an author declares in `microfrontend.json` and a release carries unchanged to the shell. */
import { POLICY_SOURCES } from '@shuxiang/sdk/page-policy'
import { pathPattern } from '@shuxiang/sdk/path-pattern'
import { SLOTS, type SlotName } from '@shuxiang/sdk/slots'
import { entryOf, kinds as kindEntries } from '@shuxiang/vocabulary'
import { z } from 'zod'

export const name = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'lower-case letters, digits and hyphens')

export const enhancementId = z
  .string()
  .regex(/^[a-z][a-z0-9.-]*\.v\d+$/, 'an id that ends in a version, such as search.box.v1')

export const locale = z.enum(['zh-CN', 'en'])

/** A word in the portal's languages. */
export const label = z.strictObject({ 'zh-CN': z.string().min(1).max(40), en: z.string().min(1).max(40) })

/** Whose sign-in the pages take: readers', or that of staff, which is another client of the provider and asks for a code. */
export const signIn = z.enum(['reader', 'staff'])

export const criticality = z.enum(['primary', 'regular'])

/**
 * Status of a page: `fixed` answers 200 whatever is found, so that the head can leave before the page is rendered;
 * `rendered` waits for the render to say (404, 410, 503).
 */
export const status = z.enum(['fixed', 'rendered'])

export const pagePath = z
  .string()
  .regex(/^\/(?!\/)[\w:/.-]*$/, 'a path such as /item/:id; a name after a colon stands for any one segment')
  .superRefine((path, context) => {
    try {
      pathPattern(path)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
    }
  })

const slotNames = Object.keys(SLOTS).filter((one): one is SlotName => one in SLOTS)
export const slot = z.enum(slotNames, { error: `one of the slots of the SDK: ${slotNames.join(', ')}` })

/** Where pages of blocks are: on the portal itself, or on the sites of libraries. */
export const offeredOn = z.enum(['portal', 'branch'], { error: '"portal" or "branch"' })

/** What a librarian may put onto a page of blocks by name. */
export const offer = z.strictObject({
  /** Its name within the microfrontend; pages keep it, so it never changes. */
  name,
  label,
  /** One sentence for who chooses: what it is good for. */
  about: z.strictObject({ 'zh-CN': z.string().min(1).max(200), en: z.string().min(1).max(200) }),
  on: z
    .array(offeredOn)
    .min(1, 'name at least one place: "portal", "branch"')
    .refine((places) => new Set(places).size === places.length, 'name each place once'),
})
export type Offer = z.infer<typeof offer>

/** Kinds of records, by id. Any: a province may bring kinds that this repository does not know. */
export const kinds = z
  .array(z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'the id of a kind, such as poem'))
  .min(1)

const sources = <Source extends string>(all: readonly Source[]) =>
  z
    .array(z.enum(all, { error: `from here only: ${all.join(', ')}` }))
    .min(1)
    .optional()

/** See `@shuxiang/sdk/page-policy`. */
export const policy = z.strictObject({
  media: sources(POLICY_SOURCES.media),
  images: sources(POLICY_SOURCES.images),
  frames: sources(POLICY_SOURCES.frames),
  workers: sources(POLICY_SOURCES.workers),
})

const kindIds = kindEntries.map(({ id }) => id)

const navFacts = {
  /** A page of this microfrontend, with a query if need be. */
  path: z
    .string()
    .regex(/^\/(?!\/)[\w/.-]*(\?[\w=&%.~-]*)?$/, 'a path of the portal, such as /search?kind=book'),
  /** Smaller comes first; equal ones by path. */
  order: z.int().min(0).max(1_000),
  place: z.enum(['masthead', 'footer']).default('masthead'),
  /** `signed-in`: it stands under the name of who is signed in, which only a browser knows. */
  when: z.enum(['always', 'signed-in']).default('always'),
}

/** A link in the frame of every page. */
export const navEntry = z.strictObject({ ...navFacts, words: label })

/** As an author writes it: in words of its own, or in those of the vocabulary for a kind of record. */
export const authoredNavEntry = z
  .strictObject({
    ...navFacts,
    words: label.optional(),
    kind: z.enum(kindIds, { error: `a kind of the vocabulary: ${kindIds.join(', ')}` }).optional(),
  })
  .transform(({ words, kind, ...facts }, context): NavEntry => {
    const own = kind === undefined ? words : entryOf(kindEntries, kind)?.plural
    if (own !== undefined && (words === undefined || kind === undefined))
      return { ...facts, words: { ...own } }
    context.addIssue({ code: 'custom', message: 'give either "words" or the "kind" whose words they are' })
    return z.NEVER
  })
export type NavEntry = z.infer<typeof navEntry>

/** `silent`: without it nobody misses anything; `told`: a named box with a way to try again stands in its place. */
export const absence = z.enum(['silent', 'told'])

/** A path as RFC 9309 has it in robots.txt: `*` stands for anything. */
const crawlPath = z.string().regex(/^\/[\w/.*?=&%-]*$/, 'a path as in robots.txt, such as /search?q=')

/** Addresses of its pages that crawlers need not ask for, or may ask for all the same; the longer one wins. */
export const robots = z.strictObject({
  disallow: z.array(crawlPath).max(100).default([]),
  allow: z.array(crawlPath).max(100).default([]),
})
