/** In which order. */

import { expect, it } from 'vitest'
import type { Suite } from './suite.ts'
import { docOf, inPeriod, inYear, requestOf, WORKS } from './works.ts'

export function orderTests(suite: Suite): void {
  it('puts a whole title before a longer one, whatever the counts', async () => {
    const { hits } = await suite.engine.search(requestOf('登高'))
    expect(hits.map((hit) => [hit.id, hit.tier])).toEqual([
      ['climbing', 'exact'],
      ['ninth-day', 'all'],
    ])
  })

  it('puts the better known of equal titles first', async () => {
    expect(await suite.ids('春晓')).toEqual(['spring-dawn', 'spring-dawn-2'])
  })

  it('puts the better known of equal titles first, however often the other has the word', async () => {
    await suite.engine.index([
      docOf('known', { title: ['將進酒'], creator: ['李白'], body: '君不見黃河之水天上來', prior: 240 }),
      docOf('other', {
        title: ['將進酒', '鼓吹曲辭 將進酒'],
        subject: ['將進酒'],
        body: '將進酒，將進酒。',
        prior: 3,
      }),
    ])
    expect(await suite.ids('将进酒')).toEqual(['known', 'other'])
  })

  it('puts a whole title that sounds as typed before longer ones, whatever the counts', async () => {
    await suite.engine.index([
      docOf('about', { title: ['讀詩經', '詩經與詩經學'], subject: ['詩經'], body: 'Shijing', prior: 9_000 }),
      docOf('numbered', { title: ['詩經 2'], prior: 9_000 }),
      docOf('mirror', { title: ['石鏡'], prior: 5 }),
      docOf('letters', { title: ['The Book of Odes', 'Shijing'], prior: 6 }),
      docOf('analects', { title: ['四書之三', '論語'] }),
      docOf('verse', { title: ['論語論語，論語'], body: 'Lunyu', prior: 9_000 }),
    ])
    const tiers = async (typed: string): Promise<readonly string[]> =>
      (await suite.engine.search(requestOf(typed))).hits.map(({ id, tier }) => `${id} ${tier}`)
    for (const typed of ['Shijing', '"Shijing"', 'title:shijing']) {
      const answer = await tiers(typed)
      expect(answer.slice(0, 3), typed).toEqual(['songs exact', 'letters exact', 'mirror exact'])
      expect(answer.slice(3).toSorted(), typed).toEqual(['about all', 'numbered all'])
    }
    for (const typed of ['shi jing', 'Shī Jīng', 'shi1jing1', "shi'jing"])
      expect((await tiers(typed)).slice(0, 2), typed).toEqual(['songs exact', 'mirror exact'])
    for (const typed of ['Lunyu', 'lun yu'])
      expect(await tiers(typed), typed).toEqual(['analects exact', 'verse all'])
  })

  it('knows a whole title by every way to read it, and to read what was typed', async () => {
    await suite.engine.index([
      docOf('deer', { title: ['鹿柴'] }),
      docOf('deer-2', { title: ['題鹿柴'], prior: 90 }),
      docOf('city', { title: ['西安'] }),
      docOf('city-2', { title: ['西安事變'], prior: 90 }),
      docOf('immortal', { title: ['仙'], prior: 90 }),
      docOf('green', { title: ['綠衣'] }),
      docOf('green-2', { title: ['綠衣人傳'], prior: 90 }),
    ])
    for (const typed of ['luzhai', 'lu chai'])
      expect(await suite.ids(typed), typed).toEqual(['deer', 'deer-2'])
    for (const typed of ['xian', "xi'an"]) expect(await suite.ids(typed), typed).toEqual(['city', 'city-2'])
    for (const typed of ['lüyi', 'lvyi', 'lu yi', 'lyuyi'])
      expect(await suite.ids(typed), typed).toEqual(['green', 'green-2'])
  })

  it('lets a title that sounds as typed give way to a better known work of that name', async () => {
    await suite.engine.index([
      docOf('rain', { title: ['寒雨'], prior: 3 }),
      docOf('snow', { title: ['左遷至藍關'], creator: ['韓愈'], prior: 90, scopes: ['nlc'] }),
      docOf('stones', { title: ['山石'], creator: ['佚名'], otherNames: ['韓愈'], prior: 2 }),
      docOf('master', { title: ['孟子'], creator: ['孟子'], prior: 90 }),
      docOf('on-master', { title: ['孟子'], creator: ['王安石'], prior: 3 }),
    ])
    const exact = async (
      typed: string,
      scopes: readonly string[] | null = null,
    ): Promise<readonly string[]> =>
      (await suite.engine.search(requestOf(typed, { scopes }))).hits
        .filter(({ tier }) => tier === 'exact')
        .map(({ id }) => id)
    expect(await exact('hanyu')).toEqual([])
    expect(await suite.found('hanyu')).toEqual(['rain', 'snow', 'stones'])
    expect(await exact('title:hanyu')).toEqual(['rain'])
    expect(await exact('hanyu', ['*'])).toEqual(['rain'])
    expect(await exact('寒雨')).toEqual(['rain'])
    expect((await suite.ids('mengzi'))[0]).toBe('master')
    expect(await exact('mengzi')).toEqual(['master'])
    expect(await exact('孟子')).toEqual(['master', 'on-master'])
  })

  it('takes neither a name, a beginning nor a part of what was typed for a whole title', async () => {
    await suite.engine.index([
      docOf('green', { title: ['綠衣'] }),
      docOf('album', { title: ['Green yi'], creator: ['綠衣'] }),
    ])
    const tiers = async (typed: string): Promise<readonly string[]> =>
      (await suite.engine.search(requestOf(typed))).hits.map(({ tier }) => tier)
    expect(await tiers('libai')).toEqual(['all'])
    expect(await tiers('li bai jing ye si')).toEqual(['all'])
    expect(await tiers('lü')).toEqual([])
    expect(await tiers('yi')).toEqual(['all'])
    expect(await tiers('lvyi')).toEqual(['exact', 'all'])
    expect(await tiers('綠yi')).toEqual(['all', 'all'])
  })

  it('gives every record for the empty query, best known first', async () => {
    expect((await suite.ids('')).slice(0, 3)).toEqual(['red-chamber', 'quiet-night', 'spring-dawn'])
  })

  it('sorts by title as it is read, by year and by popularity', async () => {
    expect(await suite.ids('', { sort: 'title' })).toEqual([
      'spring-dawn', 'spring-dawn-2', 'climbing', 'red-chamber', 'quiet-night', 'ninth-day', 'songs',
    ]) // prettier-ignore
    expect((await suite.ids('', { sort: 'oldest' })).slice(0, 2)).toEqual(['songs', 'quiet-night'])
    expect((await suite.ids('', { sort: 'newest' })).slice(0, 2)).toEqual(['red-chamber', 'spring-dawn-2'])
    expect((await suite.ids('', { sort: 'popular' })).at(-1)).toBe('spring-dawn-2')
  })

  it('puts records without a date last in both directions', async () => {
    await suite.engine.index([docOf('undated', { title: ['无年'] })])
    expect((await suite.ids('', { sort: 'oldest' })).at(-1)).toBe('undated')
    expect((await suite.ids('', { sort: 'newest' })).at(-1)).toBe('undated')
  })

  it('places a record without a year by the years of its period', async () => {
    const body = '按朝代先后'
    await suite.engine.index([
      docOf('undated', { body, prior: 9 }),
      docOf('tang', { body, date: inPeriod(618, 907) }),
      docOf('han', { body, date: inPeriod(-202, 220) }),
      docOf('han-known', { body, date: inPeriod(-202, 220), prior: 5 }),
      docOf('song-1060', { body, date: inYear(1060) }),
      docOf('before-our-era', { body, date: inYear(-600) }),
    ])
    const oldest = ['before-our-era', 'han-known', 'han', 'tang', 'song-1060', 'undated']
    const newest = ['song-1060', 'tang', 'han-known', 'han', 'before-our-era', 'undated']
    expect(await suite.ids(body, { sort: 'oldest' })).toEqual(oldest)
    expect(await suite.ids(body, { sort: 'newest' })).toEqual(newest)
  })

  it('tells what an order by date rests on, and when it orders nothing', async () => {
    const period = (value: string) => ({ period: [{ value, label: value }] })
    const tang = { body: '唐人诗', date: inPeriod(618, 907), facets: period('tang') }
    await suite.engine.index([
      docOf('tang-1', tang),
      docOf('tang-2', tang),
      docOf('song', { body: '唐人诗', date: inYear(1060), facets: period('song') }),
      docOf('undated', { body: '唐人诗' }),
    ])
    const dates = async (fields: Parameters<typeof requestOf>[1]) =>
      (await suite.engine.search(requestOf('唐人诗', fields))).dates
    expect(await dates({})).toEqual({ stated: 1, byPeriod: 2, undated: 1, differ: true })
    const filters = [{ name: 'period', anyOf: ['tang'] }]
    expect(await dates({ filters })).toEqual({ stated: 0, byPeriod: 2, undated: 0, differ: false })
    expect(await dates({ filters: [{ name: 'period', anyOf: ['yuan'] }] })).toEqual({
      stated: 0, byPeriod: 0, undated: 0, differ: false,
    }) // prettier-ignore
  })

  it('pages without gap or repetition', async () => {
    const all = await suite.ids('')
    const pages = await Promise.all([0, 3, 6, 9].map((from) => suite.ids('', { from, size: 3 })))
    expect(pages.flat()).toEqual(all)
    expect((await suite.engine.search(requestOf('', { size: 0 }))).total).toBe(WORKS.length)
  })

  it.each(['relevance', 'title', 'oldest', 'newest', 'popular'] as const)(
    'goes on behind each record of the order %s as the whole list does, and says where it is',
    async (sort) => {
      const all = await suite.ids('', { sort })
      for (const [place, id] of all.entries()) {
        const { hits, from } = await suite.engine.search(
          requestOf('', { sort, after: { id, place: 999_999 }, size: 2 }),
        )
        expect(hits.map((hit) => hit.id)).toEqual(all.slice(place + 1, place + 3))
        expect(from).toBe(place + 1)
      }
    },
  )

  it('goes on at the place of a record that is there no more', async () => {
    const all = await suite.ids('')
    const after = { id: 'withdrawn', place: 2 }
    expect(await suite.ids('', { after })).toEqual(all.slice(2))
    expect(await suite.ids('', { after: { ...after, place: 12_345_678 } })).toEqual([])
  })
}
