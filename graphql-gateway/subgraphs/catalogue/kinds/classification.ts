// Classes of the Chinese Library Classification (中国图书馆分类法, fifth edition) and the facet of its main classes.
import type { FacetValue } from '@shuxiang/record'
import { words, type FacetEntry } from '@shuxiang/vocabulary'
import { z } from 'zod'

/** A class mark, such as `I210.6` or `K928.73`. */
export const classification = z
  .string()
  .max(40)
  .regex(/^[A-KN-VXZ][A-Z]?[\d.\-/+():="'<>?a*A-Z]*$/)

const mainClasses: Readonly<Record<string, string>> = {
  A: '马克思主义、列宁主义、毛泽东思想、邓小平理论',
  B: '哲学、宗教',
  C: '社会科学总论',
  D: '政治、法律',
  E: '军事',
  F: '经济',
  G: '文化、科学、教育、体育',
  H: '语言、文字',
  I: '文学',
  J: '艺术',
  K: '历史、地理',
  N: '自然科学总论',
  O: '数理科学和化学',
  P: '天文学、地球科学',
  Q: '生物科学',
  R: '医药、卫生',
  S: '农业科学',
  T: '工业技术',
  U: '交通运输',
  V: '航空、航天',
  X: '环境科学、安全科学',
  Z: '综合性图书',
}

export const classificationFacet: FacetEntry = {
  id: 'classification',
  words: words('学科', 'Field'),
  values: 'data',
}

/** The main class of a mark, as a value of the facet. */
export function mainClass(mark: string | undefined): FacetValue[] {
  const value = mark?.charAt(0) ?? ''
  const label = mainClasses[value]
  return label === undefined ? [] : [{ value, label }]
}

/** The mark in schema.org. */
export function categoryCode(mark: string | undefined): object | undefined {
  if (mark === undefined) return undefined
  return { '@type': 'CategoryCode', codeValue: mark, inCodeSet: '中国图书馆分类法' }
}
