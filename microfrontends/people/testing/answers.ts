/** Answers of the graph for tests, in the generated types. */
import type {
  BrowsedValue,
  BrowsePageData,
  FullPerson,
  FullTopic,
  NearPerson,
  Works,
} from '../operations.generated.ts'

const near = (id: string, label: string, born: string | null, died: string | null): NearPerson => ({
  id,
  name: label,
  label,
  url: `/person/${id}`,
  lifetime: born === null && died === null ? null : `${born ?? '？'}–${died ?? '？'}`,
  born,
  died,
  workCount: 12,
})

export const person: FullPerson = {
  id: 'psushi',
  name: '苏轼',
  label: '苏轼',
  url: '/person/psushi',
  traditionalName: '蘇軾',
  pinyin: 'Sū Shì',
  lifetime: '1037–1101',
  born: '1037',
  died: '1101',
  factsFrom: ['《宋史》'],
  period: { id: 'song', label: '宋', url: '/browse/period/song' },
  otherNames: [
    { name: '子瞻', type: 'courtesy', label: '字', pinyin: 'Zǐzhān' },
    { name: '和仲', type: 'courtesy', label: '字', pinyin: 'Hézhòng' },
    { name: '东坡居士', type: 'art', label: '号', pinyin: 'Dōngpō Jūshì' },
    { name: '苏东坡', type: 'other', label: '别名', pinyin: 'Sū Dōngpō' },
  ],
  biography: `苏轼，字子瞻，眉州眉山人。${'嘉祐进士，历知密州、徐州、湖州。'.repeat(40)}`,
  biographyLanguage: 'zh-Hans',
  biographySource: { name: 'chinese-poetry 作者小传', url: 'https://example.org/poetry', licence: 'MIT' },
  workCount: 3176,
  contemporaries: [
    near('pouyang', '欧阳修', '1007', '1072'),
    near('phuang', '黄庭坚', '1045', '1105'),
    near('pnobody', '无考', null, null),
  ],
  jsonLd: '{"@context":"https://schema.org","@type":"Person","name":"苏轼"}',
}

/** The same as an English reader has it. */
export const personInEnglish: FullPerson = {
  ...person,
  label: 'Su Shi 苏轼',
  period: { id: 'song', label: 'Song', url: '/browse/period/song' },
}

export const works: Works = {
  totalCount: 57,
  facets: [
    {
      name: 'form',
      label: '体裁',
      values: [
        { value: '词', label: '词', count: 40, selected: false },
        { value: '七言绝句', label: '七言绝句', count: 17, selected: false },
      ],
    },
    {
      name: 'collection',
      label: '文献集',
      values: [{ value: 'quansongci', label: '全宋词', count: 57, selected: false }],
    },
  ],
  edges: [
    {
      snippet: [{ text: '明月几时有，把酒问青天。', marked: false }],
      node: {
        titleBeside: null,
        id: 'pwater',
        kind: 'poem',
        kindName: '诗词',
        title: '水调歌头·明月几时有',
        url: '/item/pwater',
        language: 'lzh-Hans',
        agents: [{ label: '苏轼' }],
        formTopic: { label: '词' },
        period: { label: '宋' },
        collection: { name: '全宋词' },
      },
    },
  ],
}

export const topic: FullTopic = {
  facet: 'form',
  facetLabel: '体裁',
  value: '词',
  label: '词',
  about: '按词牌填写、可以歌唱的长短句，盛于宋代。',
  years: null,
  recordCount: 57,
  url: '/browse/form/%E8%AF%8D',
  people: [near('psushi', '苏轼', '1037', '1101')],
}

const value = (label: string, count: number, url: string): BrowsedValue => ({
  ...{ value: label, label, count, url },
  ...{ years: null, begins: null },
})

/** What `/browse` shows: two periods out of their order, a person of 433, a tune. */
export const browsed: BrowsePageData['search'] = {
  totalCount: 20_000,
  facets: [
    {
      name: 'author',
      valueCount: 433,
      values: [value('苏轼', 3176, '/person/psushi')],
    },
    { name: 'tune', valueCount: 1, values: [value('水调歌头', 42, '/browse/tune/%E6%B0%B4')] },
    { name: 'subject', valueCount: 0, values: [] },
    {
      name: 'period',
      valueCount: 2,
      values: [
        { ...value('宋', 8931, '/browse/period/song'), years: '960–1279年', begins: 960 },
        { ...value('唐', 9796, '/browse/period/tang'), years: '618–907年', begins: 618 },
      ],
    },
  ],
}
