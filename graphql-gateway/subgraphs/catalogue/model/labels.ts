// Chinese names of coded values, kept with the search index; interfaces in other languages go by the value.

const kindLabels: Readonly<Record<string, string>> = {
  poem: '诗词',
  book: '图书',
  periodical: '期刊',
  audio: '听书',
  video: '视频',
  course: '公开课',
  government: '政府信息',
  web: '网页典藏',
  event: '活动',
  object: '文物',
}

const languageLabels: Readonly<Record<string, string>> = {
  'lzh-Hant': '文言（繁体）',
  'lzh-Hans': '文言（简体）',
  'zh-Hant': '中文（繁体）',
  'zh-Hans': '中文（简体）',
  en: '英文',
}

export function kindLabel(kind: string): string {
  return kindLabels[kind] ?? kind
}

/** `language` is BCP 47. */
export function languageLabel(language: string): string {
  return languageLabels[language] ?? language
}
