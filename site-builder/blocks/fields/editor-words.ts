/** What an editor calls the values that fields and blocks have in common. */
import { words, type Words } from '@shuxiang/vocabulary'
import type { BlockGroup, LinkKind, SortOrder } from './declaration.ts'

/** Headings of the palette. */
export const groupWords: Readonly<Record<BlockGroup, Words>> = {
  opening: words('开头', 'Opening'),
  layout: words('版面', 'Layout'),
  text: words('文字', 'Text'),
  records: words('资源', 'Records'),
  library: words('图书馆', 'Library'),
  navigation: words('导航与检索', 'Links and search'),
}

/** In which order a saved query brings its records. */
export const sortWords: Readonly<Record<SortOrder, Words>> = {
  POPULAR: words('常读的在前', 'Often read first'),
  NEWEST: words('年代近的在前', 'Newest first'),
  OLDEST: words('年代早的在前', 'Oldest first'),
  TITLE: words('按题名', 'By title'),
  RELEVANCE: words('最符合的在前', 'Best match first'),
}

/** What a link may lead to. */
export const linkWords: Readonly<Record<LinkKind, Words>> = {
  page: words('本站的一个页面', 'A page of this site'),
  record: words('一条资源', 'A record'),
  asset: words('本站的一个文件', 'A file of this site'),
  path: words('本站的一个地址', 'An address of this site'),
  elsewhere: words('别的网站', 'Another site'),
  mail: words('电子邮件或电话', 'E-mail or telephone'),
}
