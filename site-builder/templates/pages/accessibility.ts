/** `/accessibility`: for whom the site works, and how it is set. True of the product as it is; the nation's own words. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, locked } from '../block.ts'
import { heading, list, paragraph, rich } from '../rich.ts'

export function accessibilityPage(name: string): PageDoc {
  return {
    schema: 1,
    meta: {
      title: { 'zh-CN': '无障碍与阅读偏好', en: 'Accessibility and reading preferences' },
      description: {
        'zh-CN': `怎样放大文字、换成高对比或深色、只用键盘或读屏软件使用${name}网站。`,
        en: 'How to enlarge text, choose high contrast or dark, and use the site of the library by keyboard or screen reader.',
      },
    },
    root: ['words'],
    blocks: {
      words: locked(
        block('rich-text', {
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
              heading('哪里用不了，请告诉我们'),
              paragraph(
                '如果有一页您打不开、读不出或按不到，请写明是哪一页、用的什么设备，通过',
                ['意见与投诉', '/feedback'],
                '告诉我们。',
              ),
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
              heading('Tell us what does not work'),
              paragraph(
                'If there is a page that you cannot open, hear or press, say which page and which device, by any way of ',
                ['feedback', '/feedback'],
                '.',
              ),
            ),
          },
        }),
      ),
    },
  }
}
