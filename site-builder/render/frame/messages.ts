/** Words of the frame, by language. A key missing in one language is a type error. */

/** Languages of the portal's own words. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

const chinese = {
  skip: '跳到正文',
  mainNavigation: '主导航',
  preferences: '偏好',
  preferencesName: '阅读偏好：显示、字号、语言',
  display: '显示',
  auto: '跟随系统',
  light: '浅色',
  dark: '深色',
  contrast: '高对比',
  size: '字号',
  normal: '标准',
  large: '大字',
  language: '语言 Language',
  save: '保存',
  signIn: '登录',
  myAccount: '我的账户：',
  accountName: '账号',
  accountPage: '账户与安全',
  signOut: '退出登录',
  signedInAs: '已登录：',
  identityAway: '登录服务暂时没有回应。页面可以照常浏览，已填写的内容不会丢失。',
  identityExpired: '登录已到期。已填写的内容还在，重新登录后会回到这里。',
  identitySignedOut: '您已在另一个窗口退出登录。',
  identitySignOutAway: '这里已经退出，但登录服务没有回应：在公用电脑上，请再试一次。',
  signInAgain: '重新登录',
  about:
    '{portal}是开放源代码的数字图书馆门户。图书馆名录与馆藏标为演示数据；诗词与典籍来自公开的 chinese-poetry 数据集。',
  aboutSite:
    '{site}的网站，由{portal}承载。图书馆名录与馆藏标为演示数据；诗词与典籍来自公开的 chinese-poetry 数据集。',
  address: '网址：',
  urgent: '紧急公告',
  footer: '页脚',
  importing: '正在导入资源：{done} / {total}。已导入的现在就可以检索。',
  importingLabel: '导入进度',
  importingUncounted: '正在导入资源。已导入的现在就可以检索。',
  offline: '网络已断开。已打开的内容可以继续阅读，恢复后自动更新。',
  notFoundTitle: '没有找到这一页',
  notFound: '地址可能有误，或者内容已经移走。可以试试检索，或从首页开始。',
  goneTitle: '这条资源已经撤下',
  gone: '它曾经在这里，现在不再提供。这个地址会一直保留这条说明。',
  goneAt: '撤下日期：{at}',
  goneReason: '原因：{reason}',
  takenDownTitle: '这里的内容已被撤下',
  takenDown: '按照主管部门的要求，这里的内容不再提供。其他页面可以照常使用。',
  foreignHostTitle: '这个域名没有对应的网站',
  foreignHost: '如果这是您图书馆的域名，请在工作台中绑定它；读者请从门户首页进入。',
  failedTitle: '这一页出了问题',
  failed: '问题已经记录。您的阅读偏好没有变化，请稍后再试。',
  awayTitle: '暂时无法提供服务',
  away: '服务正在启动或维护，通常很快恢复。您的阅读偏好没有变化。',
  retry: '再试一次',
  home: '回到首页',
  search: '检索',
  searchLabel: '检索全部资源',
  searchPlaceholder: '书名、作者、诗句……',
  reference: '记录编号：{id}',
  loading: '正在载入',
  unavailableTitle: '“{name}”暂时打不开',
  unavailable: '页面的其他部分可以照常使用。',
}

export type MessageKey = keyof typeof chinese

const english: Readonly<Record<MessageKey, string>> = {
  skip: 'Skip to content',
  mainNavigation: 'Main',
  preferences: 'Settings',
  preferencesName: 'Settings: display, text size, language',
  display: 'Display',
  auto: 'As the system',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
  size: 'Text size',
  normal: 'Standard',
  large: 'Large',
  language: 'Language 语言',
  save: 'Save',
  signIn: 'Sign in',
  myAccount: 'My account: ',
  accountName: 'Account',
  accountPage: 'Account and security',
  signOut: 'Sign out',
  signedInAs: 'Signed in: ',
  identityAway:
    'The sign-in service does not answer at the moment. You can read on, and what you typed is kept.',
  identityExpired:
    'Your sign-in has ended. What you typed is still here; after signing in you come back to it.',
  identitySignedOut: 'You signed out in another window.',
  identitySignOutAway:
    'You are signed out here, but the sign-in service did not answer: on a shared computer, please try again.',
  signInAgain: 'Sign in again',
  about:
    '{portal} is an open-source portal for digital libraries. Libraries and holdings are marked demonstration data; poems and classics come from the public chinese-poetry data set.',
  aboutSite:
    'The web site of {site}, hosted by {portal}. Libraries and holdings are marked demonstration data; poems and classics come from the public chinese-poetry data set.',
  address: 'Address: ',
  urgent: 'Urgent notice',
  footer: 'Footer',
  importing: 'Importing resources: {done} of {total}. What is here can be searched now.',
  importingLabel: 'Progress of the import',
  importingUncounted: 'Importing resources. What is here can be searched now.',
  offline: 'You are offline. Open pages stay readable and update when the connection is back.',
  notFoundTitle: 'This page was not found',
  notFound: 'The address may be wrong, or the content has moved. Try a search, or begin at the home page.',
  goneTitle: 'This resource was withdrawn',
  gone: 'It was here and is no longer offered. This address will keep this note.',
  goneAt: 'Withdrawn on {at}',
  goneReason: 'Reason: {reason}',
  takenDownTitle: 'What stood here was taken down',
  takenDown:
    'By order of the authority in charge it is no longer offered. Other pages can be used as before.',
  foreignHostTitle: 'There is no site at this host name',
  foreignHost:
    'If this is your library’s domain, connect it in the console. Readers: please begin at the portal.',
  failedTitle: 'Something went wrong on this page',
  failed: 'The fault has been recorded. Your reading preferences are unchanged; please try again later.',
  awayTitle: 'The service is away for a moment',
  away: 'It is starting or being looked after and is usually back soon. Your reading preferences are unchanged.',
  retry: 'Try again',
  home: 'Home page',
  search: 'Search',
  searchLabel: 'Search all resources',
  searchPlaceholder: 'Title, author, verse…',
  reference: 'Reference: {id}',
  loading: 'Loading',
  unavailableTitle: '“{name}” cannot be opened just now',
  unavailable: 'The rest of the page works as usual.',
}

const messages: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  'zh-CN': chinese,
  en: english,
}

/** A message with its `{placeholders}` filled in. The result is text, not HTML. */
export function say(locale: Locale, key: MessageKey, values: Readonly<Record<string, string>> = {}): string {
  return messages[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )
}
