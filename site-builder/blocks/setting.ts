/** The field by which a librarian chooses how whole poems are set. */
import { choice } from './fields/declare.ts'
import type { Setting } from './whole-poem.ts'

/** In columns or in lines. */
export const setting = <const First extends Setting>(first: First) =>
  choice({
    label: { 'zh-CN': '排法', en: 'Set' },
    help: {
      'zh-CN': '竖排像书页，横排省地方。',
      en: 'In columns from the right as in old books, or in lines, which take less room.',
    },
    options: {
      vertical: { 'zh-CN': '竖排', en: 'In columns' },
      horizontal: { 'zh-CN': '横排', en: 'In lines' },
    },
    default: first,
  })
