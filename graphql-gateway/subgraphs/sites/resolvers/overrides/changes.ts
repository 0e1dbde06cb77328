// Query.overrides; Mutation.setEmergency, setMourning, takeDown and endOverride
import type { Action } from '@shuxiang/permissions'
import { badInput, noteDone, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { readKey, readTexts, type LocalTextInput } from '../../editing/input.ts'
import { endOverride as end, makeOverride } from '../../overrides/change.ts'
import { nation, noEnd, overridesIn, type OverrideDoc, type OverrideKind } from '../../overrides/documents.ts'
import { isInForce, overridesOf } from '../../overrides/read.ts'
import type { MutationResolvers, QueryResolvers } from '../../schema/types.generated.ts'
import { openSiteNamed } from '../releases/named-site.ts'

const longestWords = 300
const longestPath = 500
const longestId = 200
const day = 24 * 3600_000
const furthest = 366 * day
/** The national library, at which the nation's own are permitted. */
const nationalLibrary = 'ndl'

/** The library at which somebody must be allowed what they do over a place. */
const libraryOf = (over: string): string =>
  over === nation ? nationalLibrary : /^\d\d$/.test(over) ? `n${over}` : over

/** Empty for the nation. Errors: UNAUTHENTICATED, BAD_USER_INPUT; those of `permit`. */
async function permittedRegion(context: SubgraphContext, region: string | null | undefined): Promise<string> {
  signedIn(context)
  const over = region ?? nation
  if (over !== nation && !/^[1-9]\d$/.test(over))
    throw badInput('region: give a province by its two digits, or none for the nation.', 'region')
  await permit(context, 'override.set', { library: libraryOf(over), name: `override:${over}` })
  return over
}

export const overrides: QueryResolvers['overrides'] = async (_, { region, site }, context) => {
  if (site === null || site === undefined)
    return overridesOf(context.db, await permittedRegion(context, region), context.signal)
  const { _id } = await openSiteNamed(context, site, 'override.set')
  return overridesOf(context.db, _id, context.signal)
}

export const setEmergency: MutationResolvers['setEmergency'] = async (_, args, context) => {
  const over = await permittedRegion(context, args.region)
  const words = readWords(args.words)
  return make(context, 'override.set', { ...args, over, kind: 'emergency', path: null, words })
}

export const setMourning: MutationResolvers['setMourning'] = async (_, args, context) => {
  const over = await permittedRegion(context, args.region)
  return make(context, 'override.set', { ...args, over, kind: 'grey', path: null, words: {} })
}

export const takeDown: MutationResolvers['takeDown'] = async (_, { key, site, path, words }, context) => {
  const { _id } = await openSiteNamed(context, site, 'site.take-down')
  const page = path ?? null
  if (page !== null && (!page.startsWith('/') || page.length > longestPath))
    throw badInput('path: give the address of a page, such as /about.', 'path')
  const facts = { over: _id, kind: 'take-down', path: page?.normalize('NFC') ?? null } as const
  return make(context, 'site.take-down', { key, ...facts, words: readWords(words) })
}

export const endOverride: MutationResolvers['endOverride'] = async (_, { id }, context) => {
  signedIn(context)
  const found = id.length <= longestId ? await overridesIn(context.db).findOne({ _id: id }) : null
  if (!found) throw badInput('id: there is no such notice.', 'gone')
  const object = { library: libraryOf(found.over), name: `override:${found._id}` }
  await permit(context, 'override.set', object)
  if (found.kind === 'take-down') await permit(context, 'site.take-down', object)
  const action: Action = found.kind === 'take-down' ? 'site.take-down' : 'override.set'
  if (isInForce(found, new Date(context.now())))
    await noteDone(context, {
      action,
      library: object.library,
      object: object.name,
      details: { what: 'end' },
    })
  return (await end(context.db, found._id, new Date(context.now()))) ?? found
}

interface Wish {
  readonly key: string
  readonly kind: OverrideKind
  readonly over: string
  readonly path: string | null
  readonly words: Readonly<Record<string, string>>
  readonly from?: string | null
  readonly until?: string | null
}

async function make(context: SubgraphContext, action: Action, wish: Wish): Promise<OverrideDoc> {
  const { subject, username } = signedIn(context)
  const { kind, over, path, words } = wish
  const at = new Date(context.now())
  const from = timeOf('from', wish.from, at) ?? at
  const until = timeOf('until', wish.until, at)
  if (until !== null && until <= from) throw badInput('until: give a time after it begins.', 'until')
  const _id = `${over || 'nation'}:${readKey(wish.key)}`
  const known = await overridesIn(context.db).findOne({ _id })
  if (known) return known
  await noteDone(context, {
    ...{ action, library: libraryOf(over), object: `override:${_id}` },
    details: { what: kind, ...(path !== null && { path }) },
  })
  return makeOverride(context.db, {
    ...{ _id, kind, over, path, words, from, until, endedAt: null, ends: until ?? noEnd },
    ...{ by: subject, name: username, at },
  })
}

/** In Chinese at least: every site has it. */
function readWords(texts: readonly LocalTextInput[]): Readonly<Record<string, string>> {
  const words = readTexts('words', texts, longestWords)
  if (words['zh-CN'] === undefined) throw badInput('words: say it in Chinese (zh-CN) at least.', 'words')
  return words
}

/** A zone is asked for: without one a time means another moment on another machine. */
function timeOf(name: string, text: string | null | undefined, now: Date): Date | null {
  if (text === null || text === undefined) return null
  const whole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)
  const time = whole ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time) || Math.abs(time - now.getTime()) > furthest)
    throw badInput(
      `${name}: give a time with its zone, at most 366 days away, such as 2027-01-31T00:00:00+08:00.`,
      name,
    )
  return new Date(time)
}
