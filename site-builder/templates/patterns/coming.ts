/** Ready sections for who comes to the house: hours, cards, notices, complaints. */
import { block, both, section, way, ways } from '../block.ts'
import { heading, list, paragraph, rich } from '../rich.ts'
import { contact, events, hours, notices } from '../visiting.ts'
import type { Pattern } from './pattern.ts'

export const visiting: Pattern = {
  id: 'visiting',
  words: both('到馆指南', 'Visiting us'),
  about: both(
    '开放时间、地址电话左右并排，下面几句来馆须知。',
    'Hours beside address and telephone, and what to know before coming.',
  ),
  root: ['part'],
  blocks: {
    part: section(both('到馆指南', 'Visiting us'), null, ['beside', 'before']),
    beside: block('columns', { share: 'halves' }, { first: ['hours'], second: ['contact'] }),
    hours: hours(),
    contact: contact(false),
    before: block('rich-text', {
      body: {
        'zh-CN': rich(
          list(
            ['进馆阅览不收费，没有读者证也可以进来。'],
            ['临时闭馆或改时间，会提前发', ['公告', '/notices'], '。'],
            ['需要协助的老年读者、残障读者，请告诉馆员，也可以来之前先联系。'],
          ),
        ),
        en: rich(
          list(
            ['Coming in and reading is free, and needs no card.'],
            ['Closures and changed hours are ', ['announced in advance', '/notices'], '.'],
            [
              'Old readers and readers with disabilities: tell a librarian what helps you, or get in touch before you come.',
            ],
          ),
        ),
      },
    }),
  },
}

export const noticesAndEvents: Pattern = {
  id: 'notices-and-events',
  words: both('公告与活动', 'Notices and events'),
  about: both(
    '左边公告，右边近期活动；写一次，到期自动撤下。',
    'Notices on the left, events on the right: written once, gone when they are over.',
  ),
  root: ['beside'],
  blocks: {
    beside: block('columns', { share: 'halves' }, { first: ['notices'], second: ['events'] }),
    notices: notices(4, 'say'),
    events: { ...events(4), fields: { ...events(4).fields, whenEmpty: 'say' } },
  },
}

const step = (
  chinese: readonly [title: string, text: string],
  english: readonly [title: string, text: string],
) =>
  block('rich-text', {
    body: {
      'zh-CN': rich(heading(chinese[0]), paragraph(chinese[1])),
      en: rich(heading(english[0]), paragraph(english[1])),
    },
  })

export const card: Pattern = {
  id: 'card',
  words: both('三步办读者证', 'A card in three steps'),
  about: both(
    '三栏并排：先问清、到馆办、借回家。可以改成本馆的规定。',
    'Three columns: ask, come, take books home. Put your own rules in.',
  ),
  root: ['part'],
  blocks: {
    part: section(
      both('三步办读者证', 'A library card in three steps'),
      both(
        '在馆里看书不用证，把书带回家才要。',
        'Reading in the library needs no card; taking books home does.',
      ),
      ['steps', 'more'],
    ),
    steps: block('columns', { share: 'thirds' }, { first: ['ask'], second: ['come'], third: ['borrow'] }),
    ask: step(
      ['一、问清要带什么', '各馆要的证件不一样。来之前打个电话，或者在网上留言问一问。'],
      ['1. Ask what to bring', 'Each library asks for papers of its own. Call or write before you come.'],
    ),
    come: step(
      ['二、到馆里办', '带上证件到服务台，馆员帮您登记。给孩子办证，请监护人一起来。'],
      [
        '2. Come to the library',
        'Bring them to the desk, and a librarian enters you. For a child, a guardian comes along.',
      ],
    ),
    borrow: step(
      ['三、借书回家', '凭证借书，按时归还。能借几册、几天，馆员会告诉您。'],
      [
        '3. Take books home',
        'Borrow with the card and return in time. A librarian tells you how many and how long.',
      ],
    ),
    more: ways(both('接下来', 'Next'), [
      way(
        '/borrowing',
        both('办证与借阅', 'Cards and borrowing'),
        both('怎样借、怎样还、怎样赔', 'Borrowing, returning, what was lost'),
      ),
      way(
        '/visit',
        both('开放时间与地址', 'Hours and address'),
        both('什么时候来、怎么来', 'When to come, and how'),
      ),
    ]),
  },
}

export const complaints: Pattern = {
  id: 'complaints',
  words: both('联系与投诉', 'Contact and complaints'),
  about: both(
    '联系方式、投诉怎样处理、在线意见表：法律要求公开的都在这里。',
    'Contact, what becomes of a complaint, and a form: what the law asks to be told.',
  ),
  root: ['contact', 'words', 'form'],
  blocks: {
    contact: contact(true),
    words: block('rich-text', {
      body: {
        'zh-CN': rich(
          heading('对服务不满意'),
          list(
            ['当面告诉馆员，打电话、写信，或者填下面的表，都可以。'],
            ['写明时间、地点和经过；想得到答复，请留下怎样联系您。'],
            [
              '对答复不满意，可以请本馆负责人复核，也可以向当地文化和旅游主管部门反映，或者拨打 ',
              ['12345', 'tel:12345'],
              '。',
            ],
          ),
        ),
        en: rich(
          heading('If you are not satisfied'),
          list(
            ['Tell a librarian, call, write, or use the form below.'],
            ['Say when and where it was and what happened; for an answer, say how you can be reached.'],
            [
              'If the answer does not satisfy you, ask the head of the library to look at it again, turn to the local department of culture and tourism, or call ',
              ['12345', 'tel:12345'],
              '.',
            ],
          ),
        ),
      },
    }),
    form: block('feedback', {
      title: both('写给图书馆', 'Write to the library'),
      about: both('不用登录，也不用留下姓名。', 'There is no need to sign in or to give your name.'),
    }),
  },
}

export const questions: Pattern = {
  id: 'questions',
  words: both('常见问题', 'Questions and answers'),
  about: both(
    '五个读者最常问的问题和回答，照样子往下加。',
    'Five questions that readers ask most, with answers; add more in the same way.',
  ),
  root: ['part'],
  blocks: {
    part: section(both('常见问题', 'Questions and answers'), null, ['words']),
    words: block('rich-text', {
      body: {
        'zh-CN': rich(
          heading('没有读者证能进来吗？'),
          paragraph('能。在馆里看书不用证，也不收费。'),
          heading('怎样把书借回家？'),
          paragraph('办一张读者证就可以，见', ['办证与借阅', '/borrowing'], '。'),
          heading('网上的书要登录才能读吗？'),
          paragraph('标明“在线全文”的不用登录，', ['查到', '/search'], '就能读。'),
          heading('找不到想要的书怎么办？'),
          paragraph('换一个题名、作者或诗句再查；还是没有，请问馆员，', ['联系方式', '/visit'], '在这里。'),
          heading('有意见向谁说？'),
          paragraph('当面说、打电话、写信都行，也可以', ['在网上写', '/feedback'], '。'),
        ),
        en: rich(
          heading('May I come in without a card?'),
          paragraph('Yes. Reading in the library needs no card and is free.'),
          heading('How do I take books home?'),
          paragraph('With a library card: see ', ['cards and borrowing', '/borrowing'], '.'),
          heading('Do I have to sign in to read online?'),
          paragraph('Not for what is marked as readable: ', ['search for it', '/search'], ' and read.'),
          heading('What if a book is not found?'),
          paragraph('Try another title, author or line; or ask a librarian: ', ['contact', '/visit'], '.'),
          heading('Whom do I tell what I think?'),
          paragraph('Say it, call, write a letter, or ', ['write online', '/feedback'], '.'),
        ),
      },
    }),
  },
}

export const services: Pattern = {
  id: 'services',
  words: both('常用服务', 'What people come for'),
  about: both('四个格子：找书、办证、到馆、提意见。', 'Four tiles: find, get a card, visit, tell us.'),
  root: ['part'],
  blocks: {
    part: section(null, null, ['ways']),
    ways: ways(both('常用服务', 'What people come for'), [
      way(
        '/search',
        both('找书', 'Find something to read'),
        both('题名、作者、诗句都能查', 'By title, author or a line'),
      ),
      way(
        '/borrowing',
        both('办证与借阅', 'Cards and borrowing'),
        both('怎样办证，怎样借还', 'Getting a card, taking books home'),
      ),
      way('/visit', both('到馆', 'Visit'), both('开放时间、地址、电话', 'Hours, address, telephone')),
      way('/feedback', both('意见与投诉', 'Tell us'), both('说给图书馆听', 'What you think of the library')),
    ]),
  },
}
