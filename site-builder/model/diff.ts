/** What is different between two documents of a page, one change a thing that a person did. Pure. */
import { contentOf, isSame, isTexts } from './content.ts'
import type { Json } from './json.ts'
import type { Block, PageDoc } from './page.ts'
import { blockOf, placeOf } from './tree.ts'
import type { Place } from './tree.ts'

interface OfBlock {
  readonly block: string
  /** Of the block, by which it is called in words. */
  readonly type: string
}

/**
 * A change, ready to be put into words. A path begins with `fields`, `show` or `locked` of a block, or with `meta` of the
 * page itself (`block` is null then); texts by language end with the language. A value that is not there is left out.
 */
export type Change =
  | ({ readonly kind: 'added'; readonly at: Place; readonly after: Json } & OfBlock)
  | ({ readonly kind: 'removed'; readonly at: Place; readonly before: Json } & OfBlock)
  | ({ readonly kind: 'moved'; readonly from: Place; readonly to: Place } & OfBlock)
  | {
      readonly kind: 'changed'
      readonly block: string | null
      readonly type: string | null
      readonly path: readonly string[]
      readonly before?: Json
      readonly after?: Json
    }

/** Values of an object that differ, by path; texts in languages one by one. */
function differences(
  before: { readonly [name: string]: Json },
  after: { readonly [name: string]: Json },
  way: readonly string[],
): { readonly path: readonly string[]; readonly before?: Json; readonly after?: Json }[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => {
    const one = Object.hasOwn(before, name) ? before[name] : undefined
    const other = Object.hasOwn(after, name) ? after[name] : undefined
    if (isSame(one, other)) return []
    const path = [...way, name]
    if (isTexts(one) && isTexts(other)) return differences(one, other, path)
    return [
      {
        path,
        ...(one === undefined ? {} : { before: one }),
        ...(other === undefined ? {} : { after: other }),
      },
    ]
  })
}

/** The page's own values. */
export function metaOf({ meta }: PageDoc): { readonly [name: string]: Json } {
  const values: { [name: string]: Json } = {}
  for (const [name, value] of Object.entries(meta)) if (value !== undefined) values[name] = value
  return values
}

function contentChanges(block: string, before: Block, after: Block): Change[] {
  const { fields: was = {}, ...others } = contentOf(before)
  const { fields: is = {}, ...others2 } = contentOf(after)
  const kept = { block, type: after.type, kind: 'changed' } as const
  const fields = isObject(was) && isObject(is) ? differences(was, is, ['fields']) : []
  return [...fields, ...differences(others, others2, [])].map((one) => ({ ...kept, ...one }))
}

const isObject = (value: Json): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The ids that need not be moved to bring one order of the same ids into the other: a longest row that rises. */
function standing(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const position = new Map(before.map((id, n) => [id, n]))
  const rows: string[][] = []
  for (const id of after) {
    const at = position.get(id) ?? -1
    const best = rows
      .filter((row) => (position.get(row.at(-1) ?? '') ?? -1) < at)
      .reduce<string[]>((longest, row) => (row.length > longest.length ? row : longest), [])
    rows.push([...best, id])
  }
  return new Set(rows.reduce<string[]>((longest, row) => (row.length > longest.length ? row : longest), []))
}

/** Blocks of both documents that stand elsewhere: in another slot, or before others of their slot. */
function moves(before: PageDoc, after: PageDoc): Change[] {
  const settled = new Set<string>()
  const slots: [string | null, string][] = [
    [null, 'root'],
    ...Object.entries(after.blocks).flatMap(([parent, { slots: own }]) =>
      Object.keys(own).map((slot): [string, string] => [parent, slot]),
    ),
  ]
  const listed = (doc: PageDoc, parent: string | null, slot: string): readonly string[] =>
    parent === null ? doc.root : (blockOf(doc, parent)?.slots[slot] ?? [])
  for (const [parent, slot] of slots) {
    const was = new Set(listed(before, parent, slot))
    const is = new Set(listed(after, parent, slot))
    for (const id of standing(
      [...was].filter((one) => is.has(one)),
      [...is].filter((one) => was.has(one)),
    ))
      settled.add(id)
  }
  return Object.entries(after.blocks).flatMap(([block, { type }]): Change[] => {
    if (settled.has(block)) return []
    const from = placeOf(before, block)
    const to = placeOf(after, block)
    return from && to ? [{ kind: 'moved', block, type, from, to }] : []
  })
}

/** A block and its place, without those inside of it: each of them is a change of its own. */
function coming(doc: PageDoc, block: string, of: Block) {
  const at = placeOf(doc, block) ?? { parent: null, slot: 'root', index: 0 }
  return { block, type: of.type, at }
}

/** Changes that lead from one document to another; none for equal ones. Blocks of another type count as new. */
export function diff(before: PageDoc, after: PageDoc): Change[] {
  const stays = (id: string): boolean => blockOf(before, id)?.type === blockOf(after, id)?.type
  const meta = differences(metaOf(before), metaOf(after), ['meta'])
  return [
    ...meta.map((one): Change => ({ kind: 'changed', block: null, type: null, ...one })),
    ...Object.entries(before.blocks).flatMap(([id, block]): Change[] =>
      stays(id) ? [] : [{ kind: 'removed', ...coming(before, id, block), before: contentOf(block) }],
    ),
    ...Object.entries(after.blocks).flatMap(([id, block]): Change[] => {
      const was = blockOf(before, id)
      return was && stays(id)
        ? contentChanges(id, was, block)
        : [{ kind: 'added', ...coming(after, id, block), after: contentOf(block) }]
    }),
    ...moves(before, after).filter(({ block }) => block !== null && stays(block)),
  ]
}
