// The collections of the source.
import type { CollectionContent } from '@shuxiang/record'

const list: readonly (readonly [id: string, name: string, description: string])[] = [
  ['sishu', '四书', '《大学》《中庸》《论语》《孟子》，南宋以来读书人的根本读物。'],
  ['shijing', '诗经', '中国最早的诗歌总集，三百零五篇，分风、雅、颂。'],
  ['chuci', '楚辞', '屈原、宋玉及汉代诸家的辞赋，王逸注本所收篇目。'],
  ['mengxue', '蒙学', '旧时儿童启蒙的读物：三字经、百家姓、千字文、千家诗、声律启蒙等。'],
  ['caocaoshiji', '曹操诗集', '曹操存世的乐府与诗。'],
  ['quantangshi', '全唐诗', '唐五代诗的总集，清康熙年间编定。'],
  ['huajianji', '花间集', '最早的文人词总集，后蜀赵崇祚编，收晚唐五代十八家。'],
  ['nantang', '南唐二主词', '南唐中主李璟、后主李煜的词。'],
  ['quansongshi', '全宋诗', '宋代诗歌的总集。'],
  ['quansongci', '全宋词', '宋代词的总集，唐圭璋编。'],
  ['yuanqu', '元曲', '元代的杂剧曲文与散曲。'],
  ['nalan', '纳兰性德诗集', '清代词人纳兰性德的词。'],
  ['xiaopin', '清言小品', '明清人的清言、格言与小品。'],
]

export const collections: readonly CollectionContent[] = list.map(([id, name, description], order) => ({
  id,
  name,
  description,
  order,
}))

/** Id and name of a collection as a record carries them. */
export function collectionOf(id: string): { readonly id: string; readonly label: string } {
  const found = collections.find((collection) => collection.id === id)
  if (!found) throw new Error(`No collection "${id}" in the source chinese-poetry.`)
  return { id, label: found.name }
}
