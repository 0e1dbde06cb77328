/** `/borrowing`: cards and borrowing. What holds for every public library; its own numbers are the librarian's to add. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, page } from '../block.ts'
import { heading, list, paragraph, rich } from '../rich.ts'

export function borrowingPage(name: string): PageDoc {
  return page(
    both('办证与借阅', 'Cards and borrowing'),
    both(
      `在${name}怎样办读者证、怎样借书还书，哪些服务免费。`,
      'How to get a card of the library, how to borrow and return, and what is free of charge.',
    ),
    ['words', 'rules'],
    {
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            heading('这些都免费'),
            list(
              ['查询和借阅馆里的文献。'],
              ['使用阅览室、自习室等公共空间。'],
              ['参加馆里的公益讲座、阅读活动、培训和展览。'],
            ),
            heading('在网上读'),
            paragraph(
              '网站上标明“在线全文”的诗词和典籍，打开就能读，不用办证。',
              ['从检索开始', '/search'],
              '。',
            ),
            heading('办读者证'),
            paragraph(
              '想把书借回家，先办一张读者证。办证要带的证件、能借的册数和天数、怎样续借和预约，各馆的规定不同；来之前可以先',
              ['问一问本馆', '/visit'],
              '。',
            ),
            heading('借来的书'),
            list(
              ['请按时归还，让下一位读者也能读到。'],
              ['请不要在书上写画、折角；发现破损，还书时告诉馆员。'],
              ['丢失或损坏了，请尽早和本馆联系，按本馆的规定处理。'],
            ),
          ),
          en: rich(
            heading('Free of charge'),
            list(
              ['Searching and borrowing what the library has.'],
              ['Reading rooms, study rooms and other public rooms.'],
              ['Lectures, reading events, courses and exhibitions of the library.'],
            ),
            heading('Reading online'),
            paragraph(
              'Poems and classics that are marked as readable open at once, without a card. ',
              ['Begin with a search', '/search'],
              '.',
            ),
            heading('Getting a card'),
            paragraph(
              'To take books home you need a library card. What to bring, how many books for how many days, renewing and reserving: each library has rules of its own. Before you come, ',
              ['ask the library', '/visit'],
              '.',
            ),
            heading('Books on loan'),
            list(
              ['Please return them in time: somebody else is waiting to read.'],
              [
                'Please do not write in them or fold their corners, and tell us of damage when you return one.',
              ],
              ['If a book is lost or damaged, tell the library early; its rules say what follows.'],
            ),
          ),
        },
      }),
      rules: block('download-list', { title: both('规则与表格', 'Rules and forms'), files: [] }),
    },
  )
}
