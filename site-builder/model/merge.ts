/** Two documents that began as one, put together: by block and field, by language, by slot. Nothing typed is lost. Pure. */
import { parsePage } from './check.ts'
import { contentOf, isSame } from './content.ts'
import type { Content } from './content.ts'
import { diff, metaOf } from './diff.ts'
import type { Change } from './diff.ts'
import type { Json } from './json.ts'
import { mergeOrder } from './merge-order.ts'
import { removals } from './merge-removals.ts'
import { mergeByName } from './merge-values.ts'
import { block as blockSchema } from './page.ts'
import type { Block, PageDoc } from './page.ts'
import { blockOf, slotOf, slotsByBlock } from './tree.ts'

/**
 * Something that both changed, and not alike. The document has theirs; ours is here. `changed` is a value, `removed` a block
 * that one took away and the other changed (it stays), `moved` and `order` are about places, `added` is a block of ours
 * that found no place. Paths are those of `Change`; a value that is not there is left out.
 */
export interface Clash {
  readonly kind: 'changed' | 'removed' | 'moved' | 'order' | 'added'
  readonly block: string | null
  readonly path: readonly string[]
  readonly ours?: Json
  readonly theirs?: Json
}

export interface Merged {
  readonly doc: PageDoc
  readonly clashes: readonly Clash[]
}

type Slot = NonNullable<ReturnType<ReturnType<typeof slotsByBlock>['get']>>
const isSameSlot = (one: Slot | undefined, other: Slot | undefined): boolean =>
  one?.parent === other?.parent && one?.slot === other?.slot
const written = ({ parent, slot }: Slot): Json => ({ parent, slot })

function mergeContent(
  id: string,
  [base, ours, theirs]: readonly [Block | undefined, Block, Block],
  clashes: Clash[],
): Block {
  const kind = (block: Block | undefined): Json => (block ? [block.type, block.v] : [])
  // Fields of two versions or types cannot be mixed: the block is taken whole.
  if (!isSame(kind(ours), kind(theirs))) {
    if (base && isSame(kind(theirs), kind(base)) && isSame(contentOf(theirs), contentOf(base))) return ours
    if (!base || !isSame(kind(ours), kind(base)) || !isSame(contentOf(ours), contentOf(base)))
      clashes.push({
        kind: 'changed',
        block: id,
        path: [],
        ours: { ...contentOf(ours) },
        theirs: { ...contentOf(theirs) },
      })
    return theirs
  }
  const { fields, ...rest } = mergedParts(
    base && contentOf(base),
    contentOf(ours),
    contentOf(theirs),
    (clash) => clashes.push({ kind: 'changed', block: id, ...clash }),
  )
  const parsed = blockSchema.safeParse({ type: theirs.type, v: theirs.v, fields, slots: {}, ...rest })
  return parsed.success ? parsed.data : theirs
}

const objectIn = (content: Content | undefined, name: string): { [name: string]: Json } => {
  const value = content?.[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

/** `fields` by name; `show` and `locked` as wholes. */
function mergedParts(
  base: Content | undefined,
  ours: Content,
  theirs: Content,
  clash: (one: Omit<Clash, 'kind' | 'block'>) => void,
): { readonly [part: string]: Json } {
  const fields = mergeByName(objectIn(base, 'fields'), objectIn(ours, 'fields'), objectIn(theirs, 'fields'), [
    'fields',
  ])
  const withoutFields = (content: Content | undefined): Content =>
    Object.fromEntries(Object.entries(content ?? {}).filter(([name]) => name !== 'fields'))
  const others = mergeByName(withoutFields(base), withoutFields(ours), withoutFields(theirs), [])
  for (const one of [...fields.clashes, ...others.clashes]) clash(one)
  return { ...others.values, fields: fields.values }
}

/** The slot of each block: whoever moved it decides; where both did, it is theirs. */
function mergeSlots(
  [base, ours, theirs]: readonly [PageDoc, PageDoc, PageDoc],
  ids: readonly string[],
  clashes: Clash[],
): ReadonlyMap<string, Slot> {
  const [was, own, other] = [slotsByBlock(base), slotsByBlock(ours), slotsByBlock(theirs)]
  const found = new Map<string, Slot>()
  for (const id of ids) {
    const [from, mine, yours] = [was.get(id), own.get(id), other.get(id)]
    if (mine && yours && !isSameSlot(mine, yours) && !isSameSlot(mine, from) && !isSameSlot(yours, from))
      clashes.push({ kind: 'moved', block: id, path: [], ours: written(mine), theirs: written(yours) })
    const slot = !yours || (mine && isSameSlot(yours, from)) ? mine : yours
    if (slot) found.set(id, slot)
  }
  return found
}

/** The document with the blocks put into their slots, in order. */
function putTogether(
  docs: readonly [PageDoc, PageDoc, PageDoc],
  contents: ReadonlyMap<string, Block>,
  clashes: Clash[],
): Pick<PageDoc, 'root' | 'blocks'> {
  const members = new Map<string, { readonly slot: Slot; readonly ids: Set<string> }>()
  for (const [id, slot] of mergeSlots(docs, [...contents.keys()], clashes)) {
    const key = JSON.stringify([slot.parent, slot.slot])
    const there = members.get(key) ?? { slot, ids: new Set() }
    members.set(key, there)
    there.ids.add(id)
  }
  const blocks = new Map([...contents].map(([id, block]) => [id, { ...block, slots: { ...noSlots } }]))
  let root: string[] = []
  for (const { slot, ids } of members.values()) {
    const [base, ours, theirs] = docs.map((doc) => slotOf(doc, slot.parent, slot.slot) ?? [])
    const orders = { base: base ?? [], ours: ours ?? [], theirs: theirs ?? [] }
    const order = mergeOrder(orders, ids)
    if (order.clashes)
      clashes.push({
        ...{ kind: 'order', block: slot.parent, path: [slot.slot] },
        ...{ ours: [...orders.ours], theirs: [...orders.theirs] },
      })
    if (slot.parent === null) root = [...order.ids]
    else {
      const holder = blocks.get(slot.parent)
      if (holder) holder.slots[slot.slot] = [...order.ids]
    }
  }
  return { root, blocks: Object.fromEntries(blocks) }
}

const noSlots: Readonly<Record<string, string[]>> = {}

/**
 * `base` as both began, `ours` as it comes, `theirs` as it is stored. All three are valid, and so is what comes out. What
 * both changed differently stays as theirs is, with a clash that has ours: every text of ours is in the document or on a
 * clash, and all of theirs is in the document unless ours took it away untouched.
 */
export function merge(base: PageDoc, ours: PageDoc, theirs: PageDoc): Merged {
  const clashes: Clash[] = []
  const byUs = removals(base, ours, theirs)
  const byThem = removals(base, theirs, ours)
  for (const id of byUs.kept)
    clashes.push({ kind: 'removed', block: id, path: [], ...held('theirs', theirs, id) })
  for (const id of byThem.kept)
    clashes.push({ kind: 'removed', block: id, path: [], ...held('ours', ours, id) })
  const gone = new Set([...byUs.gone, ...byThem.gone])
  const contents = new Map<string, Block>()
  for (const id of new Set([...Object.keys(theirs.blocks), ...Object.keys(ours.blocks)])) {
    if (gone.has(id)) continue
    const [was, mine, yours] = [blockOf(base, id), blockOf(ours, id), blockOf(theirs, id)]
    const block = mine && yours ? mergeContent(id, [was, mine, yours], clashes) : (yours ?? mine)
    if (block) contents.set(id, block)
  }
  const meta = mergeByName(metaOf(base), metaOf(ours), metaOf(theirs), ['meta'])
  clashes.push(...meta.clashes.map((one): Clash => ({ kind: 'changed', block: null, ...one })))
  const tree = putTogether([base, ours, theirs], contents, clashes)
  const parsed = parsePage({ schema: theirs.schema, meta: meta.values, ...tree })
  return parsed.ok ? { doc: parsed.value, clashes } : keepTheirs(base, ours, theirs)
}

function held(side: 'ours' | 'theirs', doc: PageDoc, id: string): { ours?: Json; theirs?: Json } {
  const block = blockOf(doc, id)
  return block ? { [side]: { ...contentOf(block) } } : {}
}

/** Theirs as it is, with a clash for everything that is otherwise in ours: for changes that make no whole together. */
export function keepTheirs(base: PageDoc, ours: PageDoc, theirs: PageDoc): Merged {
  const alike = new Set(diff(base, theirs).map((change) => JSON.stringify(change)))
  const own = diff(base, ours).filter((change) => !alike.has(JSON.stringify(change)))
  return { doc: theirs, clashes: own.map((change) => clashOf(change, theirs)) }
}

function clashOf(change: Change, theirs: PageDoc): Clash {
  const { block } = change
  const stored = block === null ? undefined : blockOf(theirs, block)
  const whole = stored ? { theirs: { ...contentOf(stored) } } : {}
  switch (change.kind) {
    case 'added':
      return { kind: 'added', block, path: [], ours: change.after, ...whole }
    case 'removed':
      return { kind: 'removed', block, path: [], ...whole }
    case 'moved':
      return { kind: 'moved', block, path: [], ours: written(change.to) }
    case 'changed':
      return {
        ...{ kind: 'changed', block, path: change.path },
        ...(change.after === undefined ? {} : { ours: change.after }),
        ...whole,
      }
  }
}
