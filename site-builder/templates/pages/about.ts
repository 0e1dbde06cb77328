/** `/about`: what is here and how it is used. True of the product as it is. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, way, ways } from '../block.ts'
import { heading, list, paragraph, rich } from '../rich.ts'

/** What a reader finds on the site. */
export function aboutPage(name: string): PageDoc {
  return {
    schema: 1,
    meta: {
      title: { 'zh-CN': '本站介绍', en: 'About this site' },
      description: {
        'zh-CN': `${name}网站有什么、怎样检索和阅读、怎样用读者证登录。`,
        en: 'What the site of the library has, how to search and read, and how to sign in with a library card.',
      },
    },
    root: ['words', 'numbers', 'further'],
    blocks: {
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            heading('这里有什么'),
            paragraph(
              `${name}网站汇集本馆与全国共享的数字资源。`,
              ['一次检索', '/search'],
              '就能查遍全部资源；标明“在线全文”的，打开就能读，不用登录，也不收费。',
            ),
            heading('怎样检索'),
            list(
              ['题名、作者、诗句，记得哪一样就输入哪一样；繁体、简体都可以。'],
              ['结果太多时，用左侧的朝代、作者、类型缩小范围。'],
              ['每种资源的页面上都有引用格式，可以直接复制。'],
            ),
            heading('用读者证登录'),
            paragraph(
              '登录不是阅读的条件。登录以后，书架、书单和保存的检索会跟着您走到任何一台设备，也能用在其他图书馆的网站上。登录后打开',
              ['我的书房', '/my'],
              '。',
            ),
          ),
          en: rich(
            heading('What is here'),
            paragraph(
              'The site of the library brings together what the library offers and what the nation shares. ',
              ['One search', '/search'],
              ' goes over all of it; what is marked as readable opens at once, without signing in and free of charge.',
            ),
            heading('Searching'),
            list(
              ['Type what you remember: title, author or a line; in simplified or traditional script.'],
              ['Too many results? Narrow them by period, author or kind.'],
              ['Every page of a resource has references ready to copy.'],
            ),
            heading('Signing in with a library card'),
            paragraph(
              'Nobody needs to sign in to read. If you do, your shelf, lists and saved searches follow you to every device and to the sites of other libraries: ',
              ['my library', '/my'],
              '.',
            ),
          ),
        },
      }),
      numbers: block('statistics', {
        title: { 'zh-CN': '资源一览', en: 'In numbers' },
        records: true,
        kinds: 3,
        libraries: false,
        own: [],
      }),
      further: ways(both('本站的约定', 'What we hold ourselves to'), [
        way(
          '/privacy',
          both('隐私', 'Privacy'),
          both('记什么、不记什么、怎样删除', 'What is kept, what is not, how it is deleted'),
        ),
        way(
          '/accessibility',
          both('无障碍', 'Accessibility'),
          both('大字、高对比、键盘与读屏', 'Large print, contrast, keyboard, screen readers'),
        ),
        way(
          '/feedback',
          both('意见与投诉', 'Feedback and complaints'),
          both('怎样提、怎样得到答复', 'How to write, and how you are answered'),
        ),
      ]),
    },
  }
}
