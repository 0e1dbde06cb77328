/** `/help` of the portal: how to search, read, cite and sign in, each with a search to try. True of the product as it is. */
import type { PageDoc } from '@shuxiang/site-model'
import { searchAddress } from '@shuxiang/vocabulary'
import { block, both, page, way, ways } from '../block.ts'
import { heading, list, paragraph, rich } from '../rich.ts'

export const helpTitle = both('使用帮助', 'Help')

const tried = (words: string): readonly [string, string] => [words, searchAddress({ query: words })]

export const portalHelp = (): PageDoc =>
  page(
    helpTitle,
    both(
      '怎样检索、缩小范围、阅读、引用、登录，每一条都可以点开试试。',
      'How to search, narrow down, read, cite and sign in, with searches to try.',
    ),
    ['box', 'words', 'further'],
    {
      box: block('search-box', {
        title: both('边看边试', 'Try it'),
        within: 'all',
        placeholder: both('书名、作者、诗句……', 'Title, author, verse…'),
        button: both('检索', 'Search'),
      }),
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            heading('检索'),
            paragraph('记得什么就输入什么：题名、作者、诗句。繁体、简体、异体字都一样找得到。'),
            list(
              [tried('静夜思'), '：题名就是它的排在最前。'],
              [tried('李白 明月'), '：两个词都有的。'],
              [tried('"举头望明月"'), '：一字不差的句子。'],
              [tried('明月 -苏轼'), '：有“明月”，没有“苏轼”。'],
              [tried('作者:杜甫'), '、', tried('题名:春晓'), '：只在作者或题名里找。'],
              [tried('jing ye si'), '：不会写，用拼音；输入时用首字母 jys 也会提示。'],
            ),
            paragraph('一条也没有全部词语时，会列出含有部分词语的，并且说明。'),
            heading('缩小范围'),
            paragraph(
              '结果旁边可以选类型、年代、作者、文献集、馆藏和语种；同一组选两项是“或”，不同的组是“并且”。选中的列在结果上方，按一下就取消。',
            ),
            heading('阅读'),
            list(
              ['标明“在线全文”的，打开就能读，不用登录。'],
              ['诗词可以改成竖排；书先看目录，再打开一章。'],
              ['正文上方可以换成简体或繁体、加上拼音、放大；点一个字，看它的读音、字形和英文释义。'],
              [
                '右上角“偏好”里有诗文字形（简体、繁体，各页一起换）、大字、深色、高对比和英文界面，',
                ['也可以在这里设置', '/preferences'],
                '。',
              ],
            ),
            heading('引用'),
            paragraph(
              '每条资源和每一章都有“引用”：GB/T 7714、APA、MLA、Chicago，以及 BibTeX、RIS，可以直接复制。',
            ),
            heading('登录与我的书房'),
            paragraph(
              '登录不是阅读的条件。用发证图书馆的名称、读者证号和密码登录；书架、书单、保存的检索会跟着您到每一台设备，都在',
              ['我的书房', '/my'],
              '。',
            ),
            list(
              ['还没有读者证：带上证件到', ['就近的图书馆', '/libraries'], '办理，通常当场就能拿到激活码。'],
              ['忘记密码：登录页上有“忘记密码”；没有留邮箱的，请发证的图书馆发一个新的激活码。'],
              ['不满十四周岁的孩子由监护人开通和照看账户。'],
            ),
            heading('只用键盘，或者没有 JavaScript'),
            paragraph(
              '每页第一个链接跳到正文；检索提示用上下键选择，Esc 回到输入的文字。没有脚本时检索和阅读照常，登录除外。',
            ),
          ),
          en: rich(
            heading('Searching'),
            paragraph(
              'Type what you remember: a title, an author, a line. Simplified, traditional and old forms of characters find the same.',
            ),
            list(
              [tried('静夜思'), ': the poem of that title first.'],
              [tried('李白 明月'), ': records that have both.'],
              [tried('"举头望明月"'), ': the exact words.'],
              [tried('明月 -苏轼'), ': the first without the second.'],
              [tried('author:杜甫'), ', ', tried('title:春晓'), ': in authors or titles only.'],
              [tried('jing ye si'), ': by its sound; initials such as jys are understood while you type.'],
            ),
            paragraph(
              'When no record has all your words, records with some of them are shown, and the page says so.',
            ),
            heading('Narrowing down'),
            paragraph(
              'Beside the results choose kind, period, author, collection, library and language. Two choices of one group mean either, of two groups both. Each choice stands above the results and is taken away by a press.',
            ),
            heading('Reading'),
            list(
              ['What is marked as full text opens at once, without signing in.'],
              ['Poems can be set vertically; a book opens at its contents.'],
              [
                'Above a text: simplified or traditional characters, pinyin, larger type. Press a character to see how it is read and what it means.',
              ],
              [
                '“Settings” at the upper right have the characters of all texts (simplified or traditional), large print, dark, high contrast and language, ',
                ['also on this page', '/preferences'],
                '.',
              ],
            ),
            heading('Citing'),
            paragraph(
              'Each record and chapter has “Cite”: GB/T 7714, APA, MLA, Chicago, and BibTeX and RIS, ready to copy.',
            ),
            heading('Signing in and My library'),
            paragraph(
              'Nobody needs to sign in to read. Use the name of the library that issued your card, its number and your password. Your shelf, lists and saved searches follow you to every device: ',
              ['My library', '/my'],
              '.',
            ),
            list(
              ['No card yet: take your identity card to ', ['a library near you', '/libraries'], '.'],
              [
                'Password forgotten: the sign-in page has a way; without an e-mail address, ask the library that issued the card for a new activation code.',
              ],
              ['For a child under fourteen, a guardian opens the account and looks after it.'],
            ),
            heading('By keyboard, or without JavaScript'),
            paragraph(
              'The first link of each page leads to its content; arrow keys choose among suggestions, Escape returns to what you typed. Searching and reading work without scripts; signing in does not.',
            ),
          ),
        },
      }),
      further: ways(both('还没有解决？', 'Still stuck?'), [
        way(
          '/libraries',
          both('问您的图书馆', 'Ask your library'),
          both('查到地址、电话和开放时间', 'Its address, telephone and hours'),
        ),
        way(
          '/accessibility',
          both('无障碍', 'Accessibility'),
          both('读屏、键盘、大字', 'Screen readers, keyboard, large print'),
        ),
        way('/about', both('关于本站', 'About'), both('有什么、从哪里来', 'What is here, and whence')),
      ]),
    },
  )
