/** `/feedback`: where one says what is wrong, and what becomes of it. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, page } from '../block.ts'
import { heading, list, paragraph, rich } from '../rich.ts'

export function feedbackPage(name: string): PageDoc {
  return page(
    both('意见与投诉', 'Feedback and complaints'),
    both(`向${name}提意见、投诉的渠道。`, 'How to tell the library what you think, or complain.'),
    ['words', 'letter'],
    {
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            paragraph('图书馆办得好不好，读者说了算。服务、环境、馆藏、网站，哪里不满意都可以说。'),
            heading('怎样提'),
            list(
              ['在本页下面的表里写给我们。'],
              ['在馆里当面告诉馆员。'],
              ['打电话、写邮件或写信，联系方式见', ['开放时间与联系方式', '/visit'], '。'],
              ['写明时间、地点和经过；想得到答复，请留下怎样联系您。'],
            ),
            heading('对答复不满意'),
            paragraph(
              '可以请本馆负责人复核，也可以向当地文化和旅游主管部门反映，或者拨打 ',
              ['12345', 'tel:12345'],
              ' 政务服务便民热线。',
            ),
            heading('您的信息'),
            paragraph('您留下的姓名和联系方式只用来办理和答复这件事。', ['隐私说明', '/privacy']),
          ),
          en: rich(
            paragraph(
              'Readers decide how good a library is. Service, rooms, collection, web site: tell us what you are not happy with.',
            ),
            heading('How'),
            list(
              ['Write to us in the form below.'],
              ['Tell a librarian when you are here.'],
              ['Call or write; how is said under ', ['opening hours and contact', '/visit'], '.'],
              ['Say when and where it was and what happened; for an answer, say how you can be reached.'],
            ),
            heading('If the answer does not satisfy you'),
            paragraph(
              'Ask the head of the library to look at it again, turn to the local department of culture and tourism, or call the public service line ',
              ['12345', 'tel:12345'],
              '.',
            ),
            heading('What you tell of yourself'),
            paragraph(
              'Your name and how you can be reached are used to look into the matter and to answer you, and for nothing else. ',
              ['Privacy', '/privacy'],
            ),
          ),
        },
      }),
      letter: block('feedback', {
        title: both('在这里写给我们', 'Write to us here'),
        about: both('不用登录，也不用留下姓名。', 'There is no need to sign in or to give your name.'),
      }),
    },
  )
}
