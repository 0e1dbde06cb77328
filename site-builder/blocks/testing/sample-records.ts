/** Records as the graph gives them, for fixtures. */
import type { RecordCard } from '../operations.generated.ts'

const works = [
  ['论语', '孔子弟子', '先秦'],
  ['史记', '司马迁', '汉'],
  ['东京梦华录', '孟元老', '宋'],
  ['山海经', null, '先秦'],
  ['世说新语', '刘义庆', '南北朝'],
  ['文心雕龙', '刘勰', '南北朝'],
  ['水经注', '郦道元', '南北朝'],
  ['梦溪笔谈', '沈括', '宋'],
  ['天工开物', '宋应星', '明'],
  ['徐霞客游记', '徐弘祖', '明'],
  ['陶庵梦忆', '张岱', '明'],
  ['浮生六记', '沈复', '清'],
] as const

/** The n-th record of a shelf. */
export function sampleRecord(n: number): RecordCard {
  const [title, author, period] = works[n % works.length] ?? works[0]
  return {
    id: `b${n}`,
    kind: 'book',
    title,
    language: 'lzh-Hant',
    url: `/item/b${n}`,
    titleBeside: null,
    agents: author === null ? [] : [{ name: author }],
    period: { label: period },
  }
}

/** A record whose title is as long as titles of documents and old books get. */
export function longRecord(n: number): RecordCard {
  return {
    ...sampleRecord(n),
    title:
      '钦定四库全书总目提要附四库抽毁书提要四库未收书提要并索引及校勘记（影印文渊阁藏本）重订增补卷之一百二十三',
    agents: ['欧阳修、宋祁等奉敕撰', '曾公亮提举编修', '爱新觉罗·永瑢领衔纂修'].map((name) => ({ name })),
  }
}
