/** What keeps a page from being published, as far as its blocks know: types, fields, slots. */
import { blockOf, canonicalJson, childrenOf } from '@shuxiang/site-model'
import type { Block, PageDoc } from '@shuxiang/site-model'
import type { Words } from '@shuxiang/vocabulary'
import type { BlockFault, BlockType } from './contract.ts'
import { bindBlock, blockType } from './registry.ts'
import { mayStandIn } from './slots.ts'

const fault = (path: string, zh: string, en: string): BlockFault => ({ path, words: { 'zh-CN': zh, en } })

const named = ({ 'zh-CN': zh, en }: Words): { readonly zh: string; readonly en: string } => ({
  zh: `“${zh}”`,
  en: `“${en}”`,
})

/** Levels of blocks inside of a block; 0 for one that holds none. */
function levelsIn(doc: PageDoc, block: Block): number {
  const inner = childrenOf(block).map((id) => {
    const child = blockOf(doc, id)
    return child ? 1 + levelsIn(doc, child) : 0
  })
  return Math.max(0, ...inner)
}

function slotFaults(doc: PageDoc, id: string, block: Block, type: BlockType): BlockFault[] {
  const faults: BlockFault[] = []
  const own = named(type.label)
  for (const [name, ids] of Object.entries(block.slots)) {
    const path = `blocks.${id}.slots.${name}`
    const slot = Object.hasOwn(type.slots, name) ? type.slots[name] : undefined
    if (!slot) {
      faults.push(
        fault(
          path,
          `${own.zh}没有这个位置，请把其中的版块移出来。`,
          `${own.en} has no such place; move its blocks out.`,
        ),
      )
      continue
    }
    const place = named(slot.label)
    if (ids.length > slot.most)
      faults.push(
        fault(
          path,
          `${place.zh}里有 ${ids.length} 个版块，最多放 ${slot.most} 个。`,
          `${place.en} holds ${ids.length} blocks; at most ${slot.most} fit.`,
        ),
      )
    for (const childId of ids) {
      const child = blockOf(doc, childId)
      const childType = child && blockType(child.type)
      if (!child || !childType) continue
      const what = named(childType.label)
      if (!mayStandIn(childType, { type, slot: name }))
        faults.push(
          fault(
            `blocks.${childId}`,
            `${what.zh}不能放在${place.zh}里，请移到别处。`,
            `${what.en} cannot stand in ${place.en}; move it elsewhere.`,
          ),
        )
      else if (1 + levelsIn(doc, child) > slot.depth)
        faults.push(
          fault(
            `blocks.${childId}`,
            `${what.zh}在${place.zh}里嵌套太深，请把里面的版块移出来。`,
            `${what.en} is nested too deep in ${place.en}; move what is inside out.`,
          ),
        )
    }
  }
  return faults
}

/** `emptyTexts`: whether what is still to be filled in counts. */
function faultsOfBlock(
  doc: PageDoc,
  id: string,
  block: Block,
  emptyTexts: 'count' | 'are drafts',
): BlockFault[] {
  const path = `blocks.${id}`
  const type = blockType(block.type)
  if (!type)
    return [
      fault(
        path,
        `这里不认识“${block.type}”这种版块。它会原样保留，但不会显示；请升级系统或删去它。`,
        `“${block.type}” is no block that is known here. It is kept as it is and not shown; update the system or take it away.`,
      ),
    ]
  const own = named(type.label)
  if (block.v > type.v)
    return [
      fault(
        path,
        `${own.zh}是用更新的版本编辑的（${block.v}）。它会原样保留，但不会显示；请升级系统。`,
        `${own.en} was edited with a newer version (${block.v}). It is kept as it is and not shown; update the system.`,
      ),
    ]
  const bound = bindBlock(block)
  if (!bound)
    return [
      fault(
        path,
        `${own.zh}的旧内容（版本 ${block.v}）无法转换，请重新填写。`,
        `${own.en} holds content of version ${block.v} that cannot be carried over; fill it in again.`,
      ),
    ]
  const wanting = bound.ok && emptyTexts === 'count' ? bound.value.wanting() : []
  const fields = bound.ok ? wanting : bound.faults
  return [
    ...fields.map((one) => ({ ...one, path: `${path}.fields${one.path === '' ? '' : `.${one.path}`}` })),
    ...slotFaults(doc, id, block, type),
  ]
}

/** What is wrong with the blocks of a document, in a librarian's words. Unknown and newer blocks count. */
export function blockFaults(doc: PageDoc): BlockFault[] {
  return Object.entries(doc.blocks).flatMap(([id, block]) => faultsOfBlock(doc, id, block, 'count'))
}

/**
 * What keeps the blocks that an edit made or changed from being drawn. Blocks that the edit left alone are kept whatever they
 * are, and texts may be empty while somebody writes. `before` is null for a new page.
 */
export function draftFaults(before: PageDoc | null, after: PageDoc): BlockFault[] {
  return Object.entries(after.blocks).flatMap(([id, block]) => {
    const was = before ? blockOf(before, id) : undefined
    return was && (was === block || canonicalJson(was) === canonicalJson(block))
      ? []
      : faultsOfBlock(after, id, block, 'are drafts')
  })
}
