/** Blocks as templates write them. Whether they fit is held by the tests, against the blocks that there are. */
import type { Json, Localized, PageDoc } from '@shuxiang/site-model'

export type TemplateBlock = PageDoc['blocks'][string]
type Fields = { [name: string]: Json }

/** A text in the two languages that every site begins with. */
export const both = (chinese: string, english: string): { 'zh-CN': string; en: string } => ({
  'zh-CN': chinese,
  en: english,
})

/** A block; `slots` names the blocks that stand in it. */
export function block(type: string, fields: Fields, slots: Record<string, string[]> = {}): TemplateBlock {
  return { type, v: versions[type] ?? 1, fields, slots }
}

/** A block that libraries do not change: the nation's own words. */
export const locked = (one: TemplateBlock): TemplateBlock => ({ ...one, locked: true })

/** Blocks that have changed their fields since they were new. */
const versions: Readonly<Record<string, number>> = { 'resource-shelf': 2 }

/** A part of the page on a pale ground, under a heading of its own if it has one. */
export const section = (
  title: Localized | null,
  lead: Localized | null,
  body: string[],
  ground: 'paper' | 'sunken' = 'sunken',
): TemplateBlock =>
  block(
    'section',
    { ...(title && { title: { ...title } }), ...(lead && { lead: { ...lead } }), ground },
    { body },
  )

/** A link with a word on what is there. */
export const way = (to: string, words: Localized, about?: Localized): Json => ({
  to,
  words: { ...words },
  ...(about && { about: { ...about } }),
})

/** Links to go on. */
export const ways = (
  title: Localized,
  items: Json[],
  look: 'tiles' | 'list' | 'counted' = 'tiles',
): TemplateBlock => block('navigation-list', { title: { ...title }, items, look })

/** A passage with whose it is. */
export const quotation = (text: Localized, by: Localized, source: Localized, to?: string): TemplateBlock =>
  block('quotation', {
    text: { ...text },
    by: { ...by },
    source: { ...source },
    ...(to !== undefined && { to }),
  })

/** A page. `root` are the blocks that stand on it one below the other. */
export const page = (
  title: Localized,
  description: Localized,
  root: string[],
  blocks: Record<string, TemplateBlock>,
): PageDoc => ({
  schema: 1,
  meta: { title: { ...title }, description: { ...description } },
  root,
  blocks,
})

/** The library's name, which it has in Chinese only until somebody adds another. */
export const nameOf = (name: string): Localized => ({ 'zh-CN': name })
