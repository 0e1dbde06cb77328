/** Words of the first page. */
export const home = {
  'home.title': '馆员工作台',
  'home.who': '以 {name} 登录',
  'home.nation': '全国',
  'home.and': '、',
  'home.until': '到 {date}',
} as const
