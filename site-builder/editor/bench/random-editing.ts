/** Any editing by several at once, as a property: it comes together, and every text is on the page or on a card. */
import { placeOf, type Op, type PageDoc } from '@shuxiang/site-model'
import { canonicalJson } from '@shuxiang/site-model'
import fc from 'fast-check'
import { savingTimes } from '../saving/saving.ts'
import { severalEditors, type SeveralEditors } from './several-editors.ts'

const kinds = {
  ...{ type: 9, meta: 1, insert: 2, remove: 1, move: 2, thereAndBack: 1, undo: 2, redo: 1 },
  ...{ wait: 5, arrive: 6, answer: 5, lose: 2, repeat: 1, part: 1, kill: 1, open: 2 },
  ...{ restore: 1, look: 1, readUnfit: 1 },
} as const
type Kind = keyof typeof kinds

/** One thing that happens: `n` and `m` choose what to. */
export interface Happening {
  readonly kind: Kind
  readonly editor: number
  readonly n: number
  readonly m: number
}

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.oneof(
    ...(Object.entries(kinds) as [Kind, number][]).map(([kind, weight]) => ({
      ...{ weight, arbitrary: fc.constant(kind) },
    })),
  ),
  editor: fc.nat(4),
  n: fc.nat(50),
  m: fc.nat(50),
})

/** From two editors to five, and what happens to them. */
export const editing = fc.record({
  editors: fc.integer({ min: 2, max: 5 }),
  happenings: fc.array(happening, { minLength: 1, maxLength: 90, size: 'max' }),
})

const nthOf = <Item>(items: readonly Item[], n: number): Item | undefined =>
  items[n % Math.max(1, items.length)]

function placeIn(doc: PageDoc, n: number, m: number): Extract<Op, { op: 'move' }>['to'] {
  const holders = [null, ...Object.keys(doc.blocks).filter((id) => doc.blocks[id]?.type === 'section')]
  const parent = nthOf(holders, n) ?? null
  const ids = parent === null ? doc.root : (doc.blocks[parent]?.slots['body'] ?? [])
  return { parent, slot: parent === null ? 'root' : 'body', index: m % (ids.length + 1) }
}

function opOf(world: SeveralEditors, kind: Kind, doc: PageDoc, { n, m }: Happening): Op | null {
  const ids = Object.keys(doc.blocks).toSorted()
  const id = nthOf(ids, n)
  switch (kind) {
    case 'meta':
      return { op: 'setMeta', path: ['title', n % 2 ? 'zh-CN' : 'en'], value: world.newText() }
    case 'insert': {
      const blocks = world.newBlock(world.newText())
      const [fresh = ''] = Object.keys(blocks)
      return { op: 'insert', id: fresh, at: placeIn(doc, n, m), blocks }
    }
    case 'remove':
      return id === undefined ? null : { op: 'remove', id }
    case 'move': {
      const at = placeIn(doc, m, n)
      const stays = id !== undefined && placeOf(doc, id)?.parent === at.parent
      return id === undefined
        ? null
        : { op: 'move', id, to: { ...at, index: Math.max(0, at.index - (stays ? 1 : 0)) } }
    }
    default: {
      const words = nthOf(
        ids.filter((one) => doc.blocks[one]?.type === 'quotation'),
        n,
      )
      const language = m % 3 === 0 ? 'en' : 'zh-CN'
      return words === undefined
        ? null
        : { op: 'setField', id: words, path: ['text', language], value: world.newText() }
    }
  }
}

function pressed(world: SeveralEditors, editor: number, what: Happening): void {
  world.press(editor, (desk, doc) => {
    const op = opOf(world, what.kind, doc, what)
    if (!op) return
    const joins = op.op === 'setField' && what.m % 2 === 0 ? `${op.id} ${op.path.join('.')}` : null
    desk.change([op], joins === null ? {} : { joins })
  })
}

/** An edit, taken back and done again: the page is as before, and as after. */
function thereAndBack(world: SeveralEditors, editor: number, what: Happening): void {
  world.press(editor, (desk, doc) => {
    const op = opOf(world, what.n % 2 ? 'insert' : 'type', doc, what)
    if (!op || !desk.change([op])) return
    const after = canonicalJson(desk.doc)
    desk.undo()
    if (canonicalJson(desk.doc) !== canonicalJson(doc)) throw new Error('what is taken back is not as before')
    desk.redo()
    if (canonicalJson(desk.doc) !== after) throw new Error('what is done again is not as it was')
  })
}

async function happens(world: SeveralEditors, editor: number, what: Happening): Promise<void> {
  const { kind, n, m } = what
  switch (kind) {
    case 'thereAndBack':
      return thereAndBack(world, editor, what)
    case 'undo':
      return world.press(editor, (desk) => void desk.undo())
    case 'redo':
      return world.press(editor, (desk) => void desk.redo())
    case 'wait':
      return world.pass([40, savingTimes.device, savingTimes.rest, savingTimes.most][n % 4] ?? 0)
    case 'arrive':
      return world.arrive(world.request(n))
    case 'answer':
      await world.arrive(world.request(n))
      return world.answer(world.request(n))
    case 'lose':
      return world.lose(world.request(n))
    case 'repeat':
      return world.repeat(n * 7 + m)
    case 'part':
      return world.part(editor)
    case 'kill':
      return world.kill(editor)
    case 'open':
      return world.open(editor)
    case 'restore':
      return world.restore(editor, n)
    case 'look':
      return world.look(editor)
    case 'readUnfit':
      return world.readUnfit(editor)
    default:
      return pressed(world, editor, what)
  }
}

export interface Played {
  readonly typed: number
  readonly clashes: number
  readonly lostWithTabs: number
}

/** Errors: `Error` where they see different pages in the end, or a text is nowhere. */
export async function play({
  editors,
  happenings,
}: {
  readonly editors: number
  readonly happenings: readonly Happening[]
}): Promise<Played> {
  const world = await severalEditors(editors)
  for (let editor = 0; editor < editors; editor++) await world.open(editor)
  for (let editor = 0; editor < editors; editor++) {
    await world.arrive(world.request(0))
    await world.answer(world.request(0))
  }
  for (const what of happenings) await happens(world, what.editor % editors, what)
  await world.settle()
  const { stored, seen } = await world.pages()
  if (seen.some((page) => page !== stored))
    throw new Error(`not all see what is stored: ${stored} ${seen.join(' ')}`)
  const lost = await world.lost()
  if (lost.length > 0) throw new Error(`nowhere to be found: ${lost.join(' ')}; ${stored}`)
  return {
    typed: world.typedCount(),
    clashes: await world.clashCount(),
    lostWithTabs: world.lostWithTabs(),
  }
}
