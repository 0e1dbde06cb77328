/** `/visit`: hours, contact, and what holds for whoever comes to any public library. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, page } from '../block.ts'
import { contact, hours } from '../visiting.ts'
import { heading, list, paragraph, rich } from '../rich.ts'

export function visitPage(name: string): PageDoc {
  return page(
    both('开放时间与联系方式', 'Opening hours and contact'),
    both(
      `${name}什么时候开放、在哪里、怎样联系。`,
      'When the library is open, where it is and how to reach it.',
    ),
    ['hours', 'contact', 'words', 'people'],
    {
      hours: hours(),
      contact: contact(true),
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            heading('来之前'),
            list(
              ['公休日开放，国家法定节假日也有开放时间。'],
              ['因故闭馆或改时间，会提前', ['公告', '/notices'], '；路远的话，出门前再看一眼。'],
              ['进馆阅览不收费，没有读者证也可以进来。'],
            ),
            heading('需要帮助'),
            list(
              ['馆里有少年儿童阅览的地方，欢迎带孩子来。'],
              ['老年读者、残障读者需要协助，请告诉馆员，也可以来之前先联系。'],
            ),
            heading('不出门也能用'),
            paragraph(
              '诗词、典籍可以',
              ['在网上读全文', '/search'],
              '；怎样办证、怎样借书，见',
              ['办证与借阅', '/borrowing'],
              '。',
            ),
          ),
          en: rich(
            heading('Before you come'),
            list(
              ['The library is open on days of rest, and has hours on public holidays.'],
              [
                'Closures and changed hours are ',
                ['announced in advance', '/notices'],
                '; if you come from far, look once more.',
              ],
              ['Coming in and reading is free, and needs no card.'],
            ),
            heading('If you need help'),
            list(
              ['There is a place for children to read; bring yours.'],
              [
                'Old readers and readers with disabilities: tell a librarian what helps you, or get in touch before you come.',
              ],
            ),
            heading('From home'),
            paragraph(
              'Poems and classics can be ',
              ['read in full online', '/search'],
              '; for cards and loans see ',
              ['cards and borrowing', '/borrowing'],
              '.',
            ),
          ),
        },
      }),
      people: block('staff', { title: both('问馆员', 'Ask a librarian'), people: [] }),
    },
  )
}
