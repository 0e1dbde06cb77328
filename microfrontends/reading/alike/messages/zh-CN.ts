/** 读者在记录旁看到的话。 */
export const zhCN = {
  'alike.title': '相近的作品',
  'alike.shared': '共同点：{subjects}',
  'alike.and': '、',
} as const
