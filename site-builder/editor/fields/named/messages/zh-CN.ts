import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const namedZh: LanguageMessages = {
  'named.choose': '请选择',
  'named.gone': '{name}（现在没有）',
  'named.loading': '正在查找有哪些可选…',
  'named.away': '现在查不到有哪些可选，请直接填写名称，或者稍后再来。',
  'named.noOffers': '现在没有安装任何可以放在网页上的服务。',
  'named.noParts':
    '这里还没有共用内容。全国和各省的馆员在自己网站 /parts/ 下写的页面发布以后，会出现在这里。',
}
