/** Links in the frame, named once: a menu picks a few of them in its own order. */
import { both } from './block.ts'
import type { TemplateLink } from './template.ts'

export const links = {
  home: { path: '/', words: both('首页', 'Home') },
  search: { path: '/search', words: both('检索', 'Search') },
  visit: { path: '/visit', words: both('到馆', 'Visit') },
  borrowing: { path: '/borrowing', words: both('借阅', 'Borrowing') },
  reading: { path: '/reading', words: both('荐读', 'To read') },
  about: { path: '/about', words: both('关于', 'About') },
} as const satisfies Readonly<Record<string, TemplateLink>>
