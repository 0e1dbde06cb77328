/** Words of what is done: why it was not. */
export const doing = {
  'refused.no-account': '没有这个账户，或者它已经停用。请检查账户名，例如 n33/editor-1。',
  'refused.no-device':
    '这个账户还没有登记验证器，不能授予角色。请对方先登录，在账户页面登记验证器，然后再试。',
  'refused.reason': '请写下理由，最多 300 个字。',
  'refused.expires': '到期日要在明天以后、一年以内。',
  'refused.held': '这个账户已经有这个角色。如果要改期限，请先撤回，再重新授予。',
  'refused.proposed': '这个账户已经有一项提名在等待。请先确认或者否决那一项。',
  'refused.busy': '另一位同事正在修改这一项。请过一分钟再看。',
  'refused.given': '角色已经授予。请先确认这项提名，再到成员里撤回角色。',
  'refused.confirmed': '这项提名已经确认过了。',
  'refused.declined': '这项提名已经否决。',
  'refused.lapsed': '这项提名等待超过 30 天，已经失效。请重新提名。',
  'refused.gone': '找不到这一项，可能刚刚变了。请刷新页面再看。',
  'refused.no-library': '没有这座图书馆。请从工作台首页重新选择。',
  'refused.second-person': '提名人和被提名人都不能确认，要由另一位全国管理员来做。',
  'refused.signed-out': '没有完成：登录已经结束。您填写的内容会保留。',
  'refused.forbidden': '没有完成：您的账户没有这项权限，或者刚刚被撤回。',
  'refused.code': '没有完成：需要再输入一次验证码。您填写的内容会保留。',
  'refused.away': '没有完成：登录系统现在没有应答，请过一会儿再试。填写的内容还在。',
  'refused.no-answer': '没有收到回答，可能已经完成，也可能没有。请再按一次，不会重复。',
  'refused.fault': '没有完成：系统出了错，已经记录下来。请稍后再试，或者联系技术人员。',
} as const
