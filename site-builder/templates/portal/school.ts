/** `/school` of the portal: the poems of schoolbooks, by school and by grade, as the source of the poems has marked them. */
import type { Json, PageDoc } from '@shuxiang/site-model'
import { searchAddress } from '@shuxiang/vocabulary'
import { block, both, page, way, ways } from '../block.ts'

export const schoolTitle = both('课本里的古诗', 'Poems of the schoolbooks')

const most = 12
const shelf = (title: ReturnType<typeof both>, subject: string, more: ReturnType<typeof both>) =>
  block('resource-shelf', {
    title,
    source: {
      from: 'query',
      query: '',
      filter: [{ name: 'subject', anyOf: [subject] }],
      sort: 'POPULAR',
      first: most,
    },
    look: 'covers',
    more,
    whenEmpty: 'hide',
  })

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Both terms of a grade; from the seventh on the source tells what is read in class from what is read beside it. */
function grade(n: number): Json {
  const terms = ['上册', '下册'].map((term) => `${NUMERALS[n - 1]}年级${term}`)
  const subject = n < 7 ? terms : terms.flatMap((term) => [`${term}(课内)`, `${term}(课外)`])
  return way(
    searchAddress({ filters: { subject }, sort: 'popular' }),
    both(`${NUMERALS[n - 1]}年级`, `Grade ${n}`),
  )
}

export const portalSchool = (): PageDoc =>
  page(
    schoolTitle,
    both(
      '小学、初中课本里的古诗，按年级来读；字上可以加拼音，点一个字就能查。',
      'The old poems of primary and middle school, by grade: with pinyin, and each character explained.',
    ),
    ['primary', 'grades', 'middle'],
    {
      primary: shelf(
        both('小学古诗', 'Primary school'),
        '小学古诗',
        both('全部小学古诗', 'All of primary school'),
      ),
      grades: ways(
        both('按年级', 'By grade'),
        NUMERALS.map((_, i) => grade(i + 1)),
        'counted',
      ),
      middle: shelf(
        both('初中古诗', 'Middle school'),
        '初中古诗',
        both('全部初中古诗', 'All of middle school'),
      ),
    },
  )
