/** Words of the members of a library. */
export const members = {
  'members.title': '成员与角色',
  'members.loading': '正在打开成员名单',
  'members.none': '这座图书馆还没有成员',
  'members.noneWhy': '授予角色以后，成员会出现在这里。',
  'members.until': '有效期到 {date}',
  'members.always': '长期有效',
  'members.EXPIRED': '已到期',
  'members.WITHDRAWN': '已撤回',
  'members.granted': '{name} 于 {date} 授予',
  'members.reason': '理由：{reason}',
} as const
