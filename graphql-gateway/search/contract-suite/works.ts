/** Records and requests for tests of search engines. */

import type { QueryNode, SearchDate, SearchDoc, SearchRequest } from '../contract.ts'
import { parseBox } from '../query/parse-box.ts'

/** A record with only what a test is about. */
export function docOf(id: string, fields: Partial<Omit<SearchDoc, 'id'>> = {}): SearchDoc {
  return {
    id,
    rev: 1,
    title: [],
    creator: [],
    subject: [],
    identifiers: [],
    body: '',
    facets: {},
    scopes: ['*'],
    date: null,
    dates: {},
    sorts: {},
    prior: 0, // prettier-ignore
    ...fields,
  }
}

/** All days of a year, as 0001-01-01 counts from 0. */
function daysOfYear(year: number): { readonly from: number; readonly to: number } {
  return { from: newYear(year), to: newYear(year + 1) - 1 }
}

function newYear(year: number): number {
  const before = year - 1
  return 365 * before + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
}

/** The date of a record that a source puts into a year. */
export function inYear(year: number): SearchDate {
  return { ...daysOfYear(year), stated: true }
}

/** The date of a record of which only the period is known. */
export function inPeriod(first: number, last: number): SearchDate {
  return { from: daysOfYear(first).from, to: daysOfYear(last).to, stated: false }
}

/** A request with the usual settings. */
export function requestOf(query: string | QueryNode, fields: Partial<SearchRequest> = {}): SearchRequest {
  const node = typeof query === 'string' ? parseBox(query) : query
  return {
    query: node, scopes: null, filters: [], ranges: [], sort: 'relevance', from: 0, size: 20, facets: [], ...fields,
  } // prettier-ignore
}

/** Seven real works, chosen for what readers confuse. */
export const WORKS: readonly SearchDoc[] = [
  docOf('quiet-night', {
    title: ['靜夜思'], creator: ['李白'], subject: ['思鄉'], date: inYear(726), prior: 900,
    identifiers: ['ISBN 7-101-00000-X', 'I222.742'],
    body: '牀前看月光，疑是地上霜。\n舉頭望山月，低頭思故鄉。',
    facets: facetsOf('poem', '唐', '李白', ['nlc', 'shanghai']),
  }),
  docOf('spring-dawn', {
    title: ['春晓'], creator: ['孟浩然'], subject: ['春天'], date: inYear(730), prior: 800,
    body: '春眠不觉晓，处处闻啼鸟。\n夜来风雨声，花落知多少。',
    facets: facetsOf('poem', '唐', '孟浩然', ['nlc']),
  }),
  docOf('spring-dawn-2', {
    title: ['春曉'], creator: ['司馬光'], date: inYear(1060), prior: 3,
    body: '天外微雲一抹，枝頭宿鳥初驚。',
    facets: facetsOf('poem', '宋', '司馬光', ['shanghai']),
  }),
  docOf('climbing', {
    title: ['登高'], creator: ['杜甫'], date: inYear(767), prior: 500,
    body: '風急天高猿嘯哀，渚清沙白鳥飛迴。',
    facets: facetsOf('poem', '唐', '杜甫', ['nlc', 'guangzhou']),
  }),
  docOf('ninth-day', {
    title: ['九日登高'], creator: ['王昌龄'], date: inYear(740), prior: 5,
    body: '青山远近带皇州，霁景重阳上北楼。登高登高。',
    facets: facetsOf('poem', '唐', '王昌龄', []),
  }),
  docOf('red-chamber', {
    title: ['红楼梦', 'Dream of the Red Chamber'], creator: ['曹雪芹'], subject: ['章回小说'], date: inYear(1791), prior: 950,
    identifiers: ['978-7-02-000220-7', 'ISSN 0317-8471'],
    body: '第一回 甄士隐梦幻识通灵　贾雨村风尘怀闺秀。ＧＤＰ与Café',
    facets: facetsOf('book', '清', '曹雪芹', ['nlc', 'shanghai', 'guangzhou']),
  }),
  docOf('songs', {
    title: ['诗经'], creator: ['佚名'], date: inYear(-600), prior: 700,
    body: '关关雎鸠，在河之洲。窈窕淑女，君子好逑。',
    facets: facetsOf('book', '先秦', '佚名', ['nlc']),
  }),
] // prettier-ignore

/** Facets as the catalogue makes them. */
export function facetsOf(
  kind: string,
  period: string,
  author: string,
  libraries: readonly string[],
): SearchDoc['facets'] {
  return {
    kind: [{ value: kind, label: kind === 'poem' ? '诗词' : '图书' }],
    period: [{ value: period, label: `${period}代` }],
    author: [{ value: author, label: author }],
    library: libraries.map((value) => ({ value, label: `${value} 图书馆` })),
  }
}
