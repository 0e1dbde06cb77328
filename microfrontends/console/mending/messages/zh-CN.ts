/** 网站体检查出的问题叫什么，去哪里改。 */
export const mending = {
  'mend.PAGES': '去改这一处',
  'mend.VISITING': '去填写',
  'mend.SETTINGS': '去填写',
  'mend.MEMBERS': '去看成员',
  'mend.PUBLISHING': '去发布',
  'mend.notYours': '要由发布员或分馆管理员来改。',

  'kind.UNPUBLISHED': '从未发布',
  'kind.UNOWNED': '无人维护',
  'kind.NO_OPENING_HOURS': '没有开放时间',
  'kind.NO_CONTACT': '没有联系方式',
  'kind.NO_COMPLAINTS': '没有投诉渠道',
  'kind.INACCESSIBLE': '有无障碍问题',
  'kind.BROKEN_LINK': '有失效链接',
  'kind.EMPTY_SHELF': '书架是空的',
  'kind.STALE': '半年没有更新',
  'kind.NO_FILING_NUMBER': '没有备案号',
} as const
