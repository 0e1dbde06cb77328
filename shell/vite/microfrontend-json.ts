/** `microfrontend.json`: the only metadata an author writes. */
import { pathPattern } from '@shuxiang/sdk/path-pattern'
import { SLOTS } from '@shuxiang/sdk/slots'
import { z } from 'zod'
import {
  absence,
  authoredNavEntry,
  criticality,
  enhancementId,
  kinds,
  label,
  name,
  offer,
  pagePath,
  policy,
  robots,
  signIn,
  slot,
  status,
} from './declared.ts'

const source = z.string().regex(/^(?!.*\.\.)[\w-][\w./-]*$/, 'a relative path inside the package')

const page = z.strictObject({
  path: pagePath,
  status: status.default('rendered'),
  preload: z.array(source).default([]),
  /** Module whose default export is a `ServerDocuments`: the same for programs, in other formats. */
  documents: source.optional(),
  /** Slots that this page places: extensions of no other slot are fetched for it. */
  slots: z.array(slot).default([]),
})

/** Something added to pages of others, at a slot. */
const extension = z.strictObject({
  slot,
  /** Ids of the kinds of record that it is for; absent: for all. */
  kinds: kinds.optional(),
  /** At `page.offer.v1`, and there only: the name by which a librarian puts it onto a page of blocks. */
  offer: offer.optional(),
  /** Its default export is made by `defineExtension`. */
  module: source,
  /** Its default export is made by `defineServerExtension`; absent: only browsers render it. */
  server: source.optional(),
  /** How long the server waits for it, inside of the page's own deadline; milliseconds. */
  deadlineMs: z.int().min(20).max(1_000).default(200),
  /** Smaller stands first; equal ones by the name of their microfrontend. */
  order: z.int().min(0).max(1_000).default(100),
  absence: absence.default('silent'),
  /** What it needs of the policy of the pages on which it may stand. */
  policy: policy.default({}),
})

const authored = z.strictObject({
  name,
  contract: z.literal(1),
  /** Name in the reader's words, shown when the part is not available; its technical name when absent. */
  label: label.optional(),
  /** `primary`: without it the page has no content; `regular`: the page is of use without it. */
  criticality: criticality.default('primary'),
  /** `staff`: its pages are for who works for a library; such a page is loaded anew from one for readers. */
  signIn: signIn.default('reader'),
  /** Modules whose default export is made by `defineMicrofrontend` and `defineServerMicrofrontend`. */
  browser: source.default('browser.ts'),
  server: source.nullable().default('server.ts'),
  pages: z.array(page).max(100),
  /** Links in the frame of every page. */
  nav: z.array(authoredNavEntry).max(20).default([]),
  extensions: z.array(extension).max(50).default([]),
  /** What its own pages need of the content policy. */
  policy: policy.default({}),
  /** Paths of its pages that search engines should know; records and what is found are listed elsewhere. */
  sitemap: z.array(z.string()).max(1_000).default([]),
  /** Of its pages only. */
  robots: robots.default({ disallow: [], allow: [] }),
  /** Life for elements of other pages that work without it; `module` has an `Enhancement` as its default export. */
  enhancements: z
    .array(z.strictObject({ id: enhancementId, module: source }))
    .max(50)
    .default([]),
  /** Documents at `/_frame/<microfrontend>/<name>` that its own pages frame; all that runs in one is `module`. */
  frames: z
    .array(z.strictObject({ name, module: source }))
    .max(10)
    .default([]),
  /** How long the page may hold the first byte of its content; milliseconds. */
  deadlineMs: z.int().min(50).max(2_000).default(400),
  /** Relative path of the trusted documents; null when it asks the graph nothing. */
  operations: source.nullable().default('operations.json'),
})
export type Authored = z.infer<typeof authored>

export const authoredSchema: z.ZodType<Authored> = authored.superRefine(refuseWhatLeadsNowhere)

function refuseWhatLeadsNowhere(
  { pages, nav, sitemap, extensions, frames, signIn: whose, robots: crawling }: Authored,
  context: z.RefinementCtx,
): void {
  const say = (path: (string | number)[], message: string): void =>
    context.addIssue({ code: 'custom', path, message })
  // A path that is no pattern has been told already.
  const patterns = pages.flatMap(({ path }) => (pagePath.safeParse(path).success ? [pathPattern(path)] : []))
  const isOwn = (path: string): boolean => patterns.some((pattern) => pattern.match(path) !== null)
  const own = pages.map(({ path }) => path).join(', ') || 'none'
  for (const [i, { path }] of nav.entries())
    if (!isOwn(path.replace(/\?.*$/s, '')))
      say(['nav', i, 'path'], `${path} is no page of this microfrontend; its pages are: ${own}`)
  for (const [i, path] of sitemap.entries())
    if (!isOwn(path) || /[:?#]/.test(path))
      say(
        ['sitemap', i],
        `${path} is no page of this microfrontend without names in it; its pages are: ${own}`,
      )
  for (const rule of ['disallow', 'allow'] as const)
    for (const [i, path] of crawling[rule].entries())
      if (!isOwn(path.replace(/[?*].*$/s, '')))
        say(['robots', rule, i], `${path} is of no page of this microfrontend; its pages are: ${own}`)
  for (const [i, one] of extensions.entries())
    if (one.kinds && !SLOTS[one.slot].ofKind)
      say(['extensions', i, 'kinds'], `${one.slot} is not about one record: leave "kinds" out`)
  for (const [i, { slot: at, offer: offered }] of extensions.entries()) {
    const place = ['extensions', i, 'offer']
    if (SLOTS[at].offered && !offered)
      say(place, `at ${at} librarians choose by name: say in "offer" its name, label, about and on`)
    if (offered && !SLOTS[at].offered) say(place, `${at} is filled by itself: leave "offer" out`)
    if (offered && whose === 'staff') say(place, 'pages of blocks are for readers: staff pages offer nothing')
    if (offered && extensions.findIndex((one) => one.offer?.name === offered.name) < i)
      say([...place, 'name'], `"${offered.name}" is offered twice`)
  }
  for (const [i, { name: own }] of frames.entries())
    if (frames.findIndex((one) => one.name === own) < i)
      say(['frames', i, 'name'], `"${own}" is declared twice`)
}
