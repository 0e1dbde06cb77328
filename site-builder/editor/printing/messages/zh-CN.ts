import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const printingZh: LanguageMessages = {
  'printing.title': '打印出来的这一页',
  'printing.lead': '读者打印这一页，纸上就是这样：导航和按钮不印，颜色换成白纸黑字。',
  'printing.sheets': '大约 {n} 张 A4 纸。',
  'printing.drawing': '正在排版…',
  'printing.paper': '打印预览',
  'printing.print': '打印…',
}
