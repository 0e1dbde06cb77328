/** Applying an edit: a new document and the edit that undoes it, or the reason why not. Pure. */
import { readAt, writeAt } from './at-path.ts'
import { faultsOf, treeFaults } from './check.ts'
import { metaOf } from './diff.ts'
import { meta as metaSchema } from './page.ts'
import type { Block, PageDoc } from './page.ts'
import type { Op } from './op.ts'
import { blockOf, placeOf, slotOf, subtreeOf } from './tree.ts'
import type { Place } from './tree.ts'

export type Applied =
  | { readonly ok: true; readonly doc: PageDoc; readonly inverse: Op }
  | { readonly ok: false; readonly reason: string }

const refuse = (reason: string): Applied => ({ ok: false, reason })

/** The document with another list of ids in a slot. */
function withSlot(doc: PageDoc, parent: string | null, slot: string, ids: readonly string[]): PageDoc {
  if (parent === null) return { ...doc, root: [...ids] }
  const holder = blockOf(doc, parent)
  if (!holder) return doc
  const kept = Object.entries(holder.slots).filter(([name]) => name !== slot)
  if (ids.length > 0) kept.push([slot, [...ids]])
  const slots = Object.fromEntries(kept)
  return { ...doc, blocks: { ...doc.blocks, [parent]: { ...holder, slots } } }
}

function placed(doc: PageDoc, id: string, at: Place): PageDoc | string {
  const ids = slotOf(doc, at.parent, at.slot)
  if (!ids) return `there is no slot ${at.slot} in ${at.parent ?? 'the page'}`
  if (at.index > ids.length) return `position ${at.index} is beyond the ${ids.length} blocks there`
  return withSlot(doc, at.parent, at.slot, [...ids.slice(0, at.index), id, ...ids.slice(at.index)])
}

function taken(doc: PageDoc, id: string, from: Place): PageDoc {
  const ids = slotOf(doc, from.parent, from.slot) ?? []
  return withSlot(
    doc,
    from.parent,
    from.slot,
    ids.filter((other) => other !== id),
  )
}

/** Bounds and the tree hold after every edit, or the edit did not happen. */
function settle(doc: PageDoc, inverse: Op): Applied {
  const fault = treeFaults(doc)[0]
  return fault ? refuse(`${fault.path} ${fault.message}`) : { ok: true, doc, inverse }
}

function insert(doc: PageDoc, edit: Extract<Op, { op: 'insert' }>): Applied {
  const known = Object.keys(edit.blocks).find((id) => blockOf(doc, id))
  if (known !== undefined) return refuse(`the block ${known} is on the page already`)
  if (!Object.hasOwn(edit.blocks, edit.id))
    return refuse(`the block ${edit.id} itself is not among the blocks given`)
  const grown: PageDoc = { ...doc, blocks: { ...doc.blocks, ...edit.blocks } }
  const next = placed(grown, edit.id, edit.at)
  return typeof next === 'string' ? refuse(next) : settle(next, { op: 'remove', id: edit.id })
}

function remove(doc: PageDoc, edit: Extract<Op, { op: 'remove' }>): Applied {
  const at = placeOf(doc, edit.id)
  if (!at) return refuse(`there is no block ${edit.id}`)
  const gone = subtreeOf(doc, edit.id)
  const rest = taken(doc, edit.id, at)
  const blocks = Object.fromEntries(Object.entries(rest.blocks).filter(([id]) => !Object.hasOwn(gone, id)))
  return settle({ ...rest, blocks }, { op: 'insert', id: edit.id, at, blocks: gone })
}

function move(doc: PageDoc, edit: Extract<Op, { op: 'move' }>): Applied {
  const at = placeOf(doc, edit.id)
  if (!at) return refuse(`there is no block ${edit.id}`)
  if (edit.to.parent !== null && Object.hasOwn(subtreeOf(doc, edit.id), edit.to.parent))
    return refuse(`the block ${edit.id} cannot stand inside itself`)
  const next = placed(taken(doc, edit.id, at), edit.id, edit.to)
  return typeof next === 'string' ? refuse(next) : settle(next, { op: 'move', id: edit.id, to: at })
}

function setField(doc: PageDoc, edit: Extract<Op, { op: 'setField' }>): Applied {
  const holder = blockOf(doc, edit.id)
  if (!holder) return refuse(`there is no block ${edit.id}`)
  const before = readAt(holder.fields, edit.path)
  const fields = writeAt(holder.fields, edit.path, edit.value)
  if (!fields) return refuse(`${edit.path.join('.')} leads through a field that is not there`)
  const changed: Block = { ...holder, fields }
  const inverse: Op = {
    op: 'setField',
    id: edit.id,
    path: edit.path,
    ...(before === undefined ? {} : { value: before }),
  }
  return { ok: true, doc: { ...doc, blocks: { ...doc.blocks, [edit.id]: changed } }, inverse }
}

function setSlotOrder(doc: PageDoc, edit: Extract<Op, { op: 'setSlotOrder' }>): Applied {
  const ids = slotOf(doc, edit.parent, edit.slot)
  if (!ids) return refuse(`there is no slot ${edit.slot} in ${edit.parent ?? 'the page'}`)
  const same = edit.order.length === ids.length && new Set(edit.order).size === ids.length
  if (!same || !edit.order.every((id) => ids.includes(id)))
    return refuse('the new order must name each block of the slot exactly once')
  const inverse: Op = { op: 'setSlotOrder', parent: edit.parent, slot: edit.slot, order: [...ids] }
  return { ok: true, doc: withSlot(doc, edit.parent, edit.slot, edit.order), inverse }
}

function setShow(doc: PageDoc, edit: Extract<Op, { op: 'setShow' }>): Applied {
  const holder = blockOf(doc, edit.id)
  if (!holder) return refuse(`there is no block ${edit.id}`)
  const { show: before, ...rest } = holder
  const shown = edit.show === undefined ? {} : { show: edit.show }
  const inverse: Op = { op: 'setShow', id: edit.id, ...(before === undefined ? {} : { show: before }) }
  return { ok: true, doc: { ...doc, blocks: { ...doc.blocks, [edit.id]: { ...rest, ...shown } } }, inverse }
}

function setMeta(doc: PageDoc, edit: Extract<Op, { op: 'setMeta' }>): Applied {
  const plain = metaOf(doc)
  const before = readAt(plain, edit.path)
  const parsed = metaSchema.safeParse(writeAt(plain, edit.path, edit.value))
  if (!parsed.success)
    return refuse(
      faultsOf(parsed.error)
        .map((fault) => `meta ${fault.path} ${fault.message}`)
        .join('; '),
    )
  const inverse: Op = { op: 'setMeta', path: edit.path, ...(before === undefined ? {} : { value: before }) }
  return { ok: true, doc: { ...doc, meta: parsed.data }, inverse }
}

/** Applies an edit to a valid document. The inverse, applied to the result, gives an equal document back. */
export function apply(doc: PageDoc, edit: Op): Applied {
  switch (edit.op) {
    case 'insert':
      return insert(doc, edit)
    case 'remove':
      return remove(doc, edit)
    case 'move':
      return move(doc, edit)
    case 'setField':
      return setField(doc, edit)
    case 'setSlotOrder':
      return setSlotOrder(doc, edit)
    case 'setShow':
      return setShow(doc, edit)
    case 'setMeta':
      return setMeta(doc, edit)
  }
}
