/** Every text of a page that has languages, in reading order, as its blocks declare them. Pure. */
import { blockOf, hasWords, type Block, type Json, type PageDoc, type TextOnPage } from '@shuxiang/site-model'
import { words, type Words } from '@shuxiang/vocabulary'
import type { Field, Fields } from '../fields/declaration.ts'
import { blockType } from '../registry.ts'

/** By which control a text is written. */
export type WrittenField = Extract<Field, { kind: 'text' | 'longText' | 'richText' }>

export interface PageText extends TextOnPage {
  readonly field: WrittenField
  /** Names of the fields and places in lists that lead to it, outermost first; without its own. */
  readonly way: readonly Words[]
}

type Texts = Readonly<Record<string, Json>>
type Found = Pick<PageText, 'path' | 'texts' | 'field' | 'way'>
interface At {
  readonly path: readonly string[]
  readonly way: readonly Words[]
}

const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textsOf = (value: Json | undefined): Texts => (isObject(value) ? value : {})
const numbered = (n: number): Words => words(`第 ${n + 1} 项`, `No. ${n + 1}`)
const line = (label: Words, longest: number, kind: 'text' | 'longText' = 'text'): WrittenField => ({
  ...{ kind, label, longest },
  ...{ localized: true, optional: true },
})
const alt = line(words('图片说明', 'What the picture shows'), 300)
const note = line(words('推荐语', 'Note'), 200)

function inField(field: Field, value: Json | undefined, at: At): Found[] {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return field.localized ? [{ field, texts: textsOf(value), ...at }] : []
    case 'richText':
      return [{ field, texts: textsOf(value), ...at }]
    case 'list':
      return (Array.isArray(value) ? value : []).flatMap((group, n) =>
        isObject(group)
          ? inFields(field.of, group, {
              path: [...at.path, String(n)],
              way: [...at.way, field.label, numbered(n)],
            })
          : [],
      )
    case 'asset': {
      const said = isObject(value) ? value['alt'] : undefined
      const way = [...at.way, field.label]
      return said === undefined ? [] : [{ field: alt, texts: textsOf(said), path: [...at.path, 'alt'], way }]
    }
    case 'resources': {
      const items = isObject(value) && Array.isArray(value['items']) ? value['items'] : []
      return items.flatMap((item, n) =>
        isObject(item) && item['note'] !== undefined
          ? [
              {
                ...{ field: note, texts: textsOf(item['note']) },
                path: [...at.path, 'items', String(n), 'note'],
                way: [...at.way, field.label, numbered(n)],
              },
            ]
          : [],
      )
    }
    default:
      return []
  }
}

const inFields = (fields: Fields, values: { readonly [name: string]: Json }, at: At): Found[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    inField(field, values[name], { ...at, path: [...at.path, name] }),
  )

const ofPage = {
  title: line(words('页面标题', 'Title of the page'), 200),
  description: line(words('一两句话的介绍', 'A sentence or two about it'), 500, 'longText'),
} as const satisfies Readonly<Record<string, WrittenField>>

/** An edit leaves other blocks as they are: their texts are read once. */
const read = new WeakMap<Block, readonly Found[]>()
function textsIn(block: Block): readonly Found[] {
  const type = blockType(block.type)
  const found =
    read.get(block) ?? (type ? inFields(type.fields, block.fields, { path: ['fields'], way: [] }) : [])
  read.set(block, found)
  return found
}

function inBlock(doc: PageDoc, id: string, block: Block, around: boolean): PageText[] {
  const type = blockType(block.type)
  const locked = around || block.locked === true
  const own = textsIn(block)
  const slots = [...new Set([...Object.keys(type?.slots ?? {}), ...Object.keys(block.slots)])]
  return [
    ...own.map((one): PageText => ({ block: id, locked, ...one })),
    ...slots.flatMap((slot) => inBlocks(doc, block.slots[slot] ?? [], locked)),
  ]
}

const inBlocks = (doc: PageDoc, ids: readonly string[], locked: boolean): PageText[] =>
  ids.flatMap((id) => {
    const block = blockOf(doc, id)
    return block ? inBlock(doc, id, block, locked) : []
  })

/** Those in which something is written, in any language. */
export function pageTexts(doc: PageDoc): readonly PageText[] {
  const meta = Object.entries(ofPage).map(([name, field]): PageText => {
    const given = name === 'title' ? doc.meta.title : doc.meta.description
    return { block: null, path: ['meta', name], way: [], texts: { ...given }, field, locked: false }
  })
  return [...meta, ...inBlocks(doc, doc.root, false)].filter(({ texts }) =>
    Object.values(texts).some(hasWords),
  )
}
