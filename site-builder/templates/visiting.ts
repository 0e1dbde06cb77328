/** Blocks about visiting: they show what the library itself has said, and nothing before it has. */
import { block, both, type TemplateBlock } from './block.ts'

/** Hours of the week, or of today in a line. */
export const hours = (look: 'week' | 'today' = 'week'): TemplateBlock =>
  block('opening-hours', { title: both('开放时间', 'Opening hours'), look })

/** Address, telephones, complaints; `rules`: what may be borrowed, too. */
export const contact = (rules: boolean): TemplateBlock =>
  block('contact', { title: both('联系我们', 'Contact'), rules })

export const notices = (most: number, whenEmpty: 'hide' | 'say' = 'hide'): TemplateBlock =>
  block('announcements', { title: both('通知公告', 'Notices'), most, whenEmpty })

export const events = (most: number): TemplateBlock =>
  block('events', { title: both('近期活动', 'Events'), most, whenEmpty: 'hide' })
