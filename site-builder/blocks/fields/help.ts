/** Help that is the same for a field of many blocks, said once. */
import type { Words } from '@shuxiang/vocabulary'

/** Of the title above a block. */
export const titleHelp: Words = {
  'zh-CN': '写在版块上方，读者靠它知道下面是什么。几个字就好。',
  en: 'It stands above the block and tells readers what follows. A few words will do.',
}

/** Of how many or what is shown where there is nothing. */
export const emptyHelp: Words = {
  'zh-CN': '一时没有内容时，读者看到一句话，还是整块都不显示。',
  en: 'While there is nothing: whether readers are told so, or the block is left out.',
}

/** Of where a link leads. */
export const linkHelp: Words = {
  'zh-CN': '从本站的页面、资源里选，或者粘贴别的网站的地址。',
  en: 'Choose a page or a record of this site, or paste the address of another one.',
}

/** Of the words of a link. */
export const linkWordsHelp: Words = {
  'zh-CN': '读者按的就是它：写明点开会看到什么，不要写“点击这里”。',
  en: 'This is what readers press: say what they will see, not “click here”.',
}

/** Of how covers are shown. */
export const coversHelp: Words = {
  'zh-CN': '封面适合浏览；列表适合写推荐语。',
  en: 'Covers are for browsing; a list has room for a word on each.',
}
