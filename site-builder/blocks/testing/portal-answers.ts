/** Answers to the portal's first pages as the graph gives them, for tests. */
import type { Answer } from '../contract.ts'

/** Answers by operation; `text` stands in every field that holds text, so that one test can put anything everywhere. */
export function answersWith(text: (usual: string) => string): Readonly<Record<string, Answer>> {
  const agents = [{ name: text('王维') }]
  const period = { label: text('唐') }
  const cards = ['论语', '史记', '东京梦华录'].map((title, n) => ({
    node: {
      id: text(`b${n}`),
      kind: 'book',
      title: text(title),
      language: text('lzh-Hant'),
      url: text(`/item/b${n}`),
      titleBeside: { text: text('Analects'), language: text('en') },
      agents,
      period,
    },
  }))
  return {
    HomeKinds: {
      search: {
        totalCount: 403_686,
        facets: [
          {
            name: 'kind',
            values: [
              { value: text('poem'), label: text('诗词'), count: 391_206 },
              { value: text('book'), label: text('图书'), count: 12_480 },
            ],
          },
        ],
      },
    },
    DailyPoem: {
      dailyPoem: {
        id: text('p1'),
        title: text('山居秋暝'),
        titleBeside: null,
        language: text('zh-Hans'),
        url: text('/item/p1'),
        agents,
        period,
        text: ['空山新雨后，天气晚来秋。', '明月松间照，清泉石上流。'].map((line) => ({
          kind: 'verse',
          text: text(line),
        })),
      },
    },
    ShelfRecords: { search: { totalCount: 3, edges: cards } },
    ShelfRecord: { record: cards[0]?.node },
    LibraryRegions: {
      regions: [{ id: text('33'), name: text('浙江省'), label: text('浙江省'), libraryCount: 102 }],
      libraries: { totalCount: 2978 },
    },
    LibraryRegion: {
      region: {
        id: text('3301'),
        name: text('杭州市'),
        label: text('杭州市'),
        parent: { id: text('33'), name: text('浙江省'), label: text('浙江省'), parent: null },
      },
      regions: [{ id: text('330110'), name: text('余杭区'), label: text('余杭区'), libraryCount: 1 }],
      libraries: {
        totalCount: 14,
        pageInfo: { hasNextPage: false, endCursor: null },
        edges: [
          {
            node: {
              code: text('l1'),
              name: text('余杭区图书馆'),
              label: text('余杭区图书馆'),
              level: 'COUNTY',
              demonstration: true,
              site: null,
            },
          },
        ],
      },
    },
  }
}

export const homeAnswers = answersWith((usual) => usual)
