/** Words of the first page. */
export const home = {
  'home.title': '馆员工作台',
  'home.who': '以 {name} 登录',
  'home.waits': '等您处理',
  'home.toConfirm.other': '{n} 项管理员提名等您确认',
  'home.mine.other': '您提名的 {n} 位，还在等另一位全国管理员确认',
  'home.nothing': '现在没有要您处理的事。',
  'home.nation': '全国',
  'home.and': '、',
  'home.until': '到 {date}',
  'home.none': '您的角色目前在工作台里没有要用的栏目；页面的起草和发布在网站编辑器里进行。',
  'home.today': '今天要看的',
  'home.try': '练习',
  'home.tryWhat': '在练习网站里什么都可以试：读者看不到，不算数，一个星期后自己复原。',
  'home.toPractice': '打开练习网站',
} as const
