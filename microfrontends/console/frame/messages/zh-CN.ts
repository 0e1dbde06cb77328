/** Words of the frame, and those that sections share. */
export const frame = {
  'frame.sections': '工作台栏目',
  'frame.noSection': '工作台没有这一栏。地址可能写错了，或者这一栏已经改名。',
  'frame.toHome': '回到工作台首页',
  'frame.refused': '您在这座图书馆不能使用这一栏',
  'frame.refusedWhy': '您的账户在这座图书馆没有相应的角色。如果工作需要，请向这座图书馆的分馆管理员申请。',

  'door.opening': '正在打开工作台',
  'door.script': '工作台要在浏览器里核对您的登录，需要允许本站运行脚本才能打开。',
  'door.sign-in': '请用馆员账户登录',
  'door.sign-in.why':
    '工作台供图书馆工作人员使用，读者账户不能进入。登录时需要密码，以及您登记的验证器应用里的动态口令。',
  'door.ended': '登录已经结束',
  'door.ended.why': '您填写的内容还在。重新登录以后，会回到这里继续。',
  'door.code': '还需要动态口令',
  'door.code.why': '您已经登录。进入工作台之前，请再输入验证器应用里的动态口令。',
  'door.no-staff': '这个账户不是馆员账户',
  'door.no-staff.why':
    '工作台只对图书馆工作人员开放。如果您是工作人员，请换用馆员账户登录；读者可以在“我的书房”管理自己的书架。',
  'door.no-role': '您现在没有工作角色',
  'door.no-role.why':
    '您的账户目前在任何一座图书馆都没有角色：可能已经到期或者撤回。请向分馆管理员申请，授予以后刷新这一页就能使用。',
  'door.signIn': '登录',
  'door.giveCode': '输入动态口令',
  'door.change': '换一个账户',
  'door.toReader': '去我的书房',

  'answer.code': '请再确认一次是您本人',
  'answer.code.why': '动态口令的有效时间已经过去。请再输入一次动态口令，然后会回到这里。',
  'answer.sign-in': '登录已经结束',
  'answer.sign-in.why': '请重新登录，然后会回到这里。',
  'answer.refused': '您不能查看这里的内容',
  'answer.refused.why': '您的账户没有相应的角色，或者刚刚被撤回。这次请求已经记入操作日志。',
  'answer.wrong': '没有这座图书馆',
  'answer.wrong.why': '地址里的图书馆代码可能写错了。请从工作台首页重新选择。',

  'library.all': '全部图书馆',
  'library.toAll': '看全部图书馆',
  'library.change': '换一座图书馆',
  'library.own': '您工作的图书馆',
  'library.choose': '选择图书馆',
  'library.name': '图书馆名称的开头，或者代码',
  'library.example': '例如：浙江图书馆',
  'library.away': '现在连不上图书馆的系统，找不到图书馆。请过一会儿再试。',

  'role.EDITOR': '编辑',
  'role.PUBLISHER': '发布员',
  'role.BRANCH_ADMIN': '分馆管理员',
  'role.NATIONAL_EDITOR': '全国编辑',
  'role.NATIONAL_ADMIN': '全国管理员',
  'role.AUDITOR': '审计员',
} as const
