/** Pages that every library's site begins with: what is here and how it is used, and for whom it works. True of the product as it is. */
import type { PageDoc } from '@shuxiang/site-model'
import { heading, list, paragraph, rich } from './rich.ts'
import { block } from './template.ts'

/** `/about`: what a reader finds on the site. */
export function aboutPage(name: string): PageDoc {
  return {
    schema: 1,
    meta: {
      title: { 'zh-CN': '本站介绍', en: 'About this site' },
      description: {
        'zh-CN': `${name}网站有什么、怎样检索和阅读、怎样用读者证登录。`,
        en: `What the site of ${name} has, how to search and read, and how to sign in with a library card.`,
      },
    },
    root: ['words', 'numbers'],
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
            heading('您的隐私'),
            list(
              ['不登录时，网站不认识您，也不设追踪。'],
              ['阅读历史默认不记录；您自己打开后才记，随时可以关闭并清空。'],
              ['保存的一切可以一次导出，账户可以自己注销。'],
            ),
          ),
          en: rich(
            heading('What is here'),
            paragraph(
              `The site of ${name} brings together what the library offers and what the nation shares. `,
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
            heading('Your privacy'),
            list(
              ['Without signing in, the site does not know you and does not track you.'],
              ['A reading history is kept only if you turn it on, and can be emptied at any time.'],
              ['You can take away everything that is kept as one file, and delete your account yourself.'],
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
    },
  }
}

/** `/accessibility`: for whom the site works, and how it is set. */
export function accessibilityPage(name: string): PageDoc {
  return {
    schema: 1,
    meta: {
      title: { 'zh-CN': '无障碍与阅读偏好', en: 'Accessibility and reading preferences' },
      description: {
        'zh-CN': `怎样放大文字、换成高对比或深色、只用键盘或读屏软件使用${name}网站。`,
        en: `How to enlarge text, choose high contrast or dark, and use the site of ${name} by keyboard or screen reader.`,
      },
    },
    root: ['words'],
    blocks: {
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            paragraph('本站按 WCAG 2.2 AA 级制作：每一页都经过自动检查和键盘操作检查。'),
            heading('大字、深色与高对比'),
            paragraph(
              '每页右上角的“偏好”里可以选择显示方式、字号和语言，',
              ['也可以在这里设置', '/preferences'],
              '。选择只保存在您的设备上。',
            ),
            heading('只用键盘'),
            list(
              ['按 Tab 在链接和按钮之间移动，按回车打开；每页第一个链接跳到正文。'],
              ['检索框的提示用上下键选择，按 Esc 回到输入的文字。'],
            ),
            heading('读屏软件'),
            list(
              ['标题、区域和按钮都有名称；翻页和检索结果会读出来。'],
              ['封面是装饰，不会读出；题名就在旁边。'],
            ),
            heading('没有 JavaScript 也能用'),
            paragraph('浏览器不支持或关闭了脚本时，检索和阅读照常；登录除外。'),
          ),
          en: rich(
            paragraph(
              'The site is made to WCAG 2.2 level AA: every page is checked by program and by keyboard.',
            ),
            heading('Large print, dark and high contrast'),
            paragraph(
              'Display, text size and language are under “Settings” at the upper right of every page, and ',
              ['on this page', '/preferences'],
              '. Your choice stays on your device.',
            ),
            heading('By keyboard'),
            list(
              [
                'Tab moves between links and buttons, Enter opens; the first link of each page leads to its content.',
              ],
              [
                'Suggestions below the search box are chosen by the arrow keys; Escape returns to what you typed.',
              ],
            ),
            heading('With a screen reader'),
            list(
              ['Headings, regions and buttons have names; changes of page and results are spoken.'],
              ['Covers are decoration and not spoken: the title stands beside them.'],
            ),
            heading('Without JavaScript'),
            paragraph('Searching and reading work without scripts; signing in does not.'),
          ),
        },
      }),
    },
  }
}
