/** A home page and a directory of libraries, as a portal has them. */
import type { Json, PageDoc } from '@shuxiang/site-model'
import { portalName } from '@shuxiang/vocabulary'
import { blockType } from '../registry.ts'

const block = (type: string, fields: { [name: string]: Json }): PageDoc['blocks'][string] => ({
  type,
  v: blockType(type)?.v ?? 1,
  fields,
  slots: {},
})

const LIBRARIES = { 'zh-CN': '各地图书馆', en: 'Libraries' }

/** The home page of the portal. */
export function portalHome(): PageDoc {
  return {
    schema: 1,
    meta: {
      title: { ...portalName },
      description: {
        'zh-CN': '一次检索，遍览各地公共图书馆的诗词与典籍，在线阅读全文。',
        en: 'One search over the poems and classics of public libraries, with the whole text to read.',
      },
    },
    root: ['hero', 'books', 'poems', 'libraries'],
    blocks: {
      hero: block('hero-search', {
        title: { 'zh-CN': '一次检索，遍览天下书', en: 'One search, every library' },
        lead: {
          'zh-CN': '从《诗经》到清词，历代诗词与典籍全文可读；繁体、简体、诗句、作者，怎么记得就怎么找。',
          en: 'From the Book of Songs to the lyrics of the Qing: poems and classics in full. Search by title, author or a line you remember, in simplified or traditional script.',
        },
        placeholder: { 'zh-CN': '书名、作者、诗句……', en: 'Title, author, verse…' },
        button: { 'zh-CN': '检索', en: 'Search' },
        showKinds: true,
        showDaily: true,
      }),
      books: block('resource-shelf', {
        title: { 'zh-CN': '典籍', en: 'Classics' },
        source: {
          from: 'query',
          query: '',
          filter: [{ name: 'kind', anyOf: ['book'] }],
          sort: 'POPULAR',
          first: 12,
        },
        look: 'covers',
        more: { 'zh-CN': '全部图书', en: 'All books' },
        whenEmpty: 'hide',
      }),
      poems: block('resource-shelf', {
        title: { 'zh-CN': '常读的诗词', en: 'Poems people return to' },
        source: {
          from: 'query',
          query: '',
          filter: [{ name: 'kind', anyOf: ['poem'] }],
          sort: 'POPULAR',
          first: 12,
        },
        look: 'covers',
        more: { 'zh-CN': '全部诗词', en: 'All poems' },
        whenEmpty: 'hide',
      }),
      libraries: block('library-directory', {
        title: { ...LIBRARIES },
        show: 'tiles',
      }),
    },
  }
}

/** The directory of libraries, at `/libraries`; a region opens by `?region=<code>`. */
export function portalLibraries(): PageDoc {
  return {
    schema: 1,
    meta: {
      title: { ...LIBRARIES },
      description: { 'zh-CN': '按地区查找公共图书馆。', en: 'Public libraries by region.' },
    },
    root: ['directory'],
    blocks: {
      directory: block('library-directory', {
        title: { ...LIBRARIES },
        show: 'page',
      }),
    },
  }
}
