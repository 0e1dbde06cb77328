/** Words of the field with an address in Chinese. */
export const zhCN = { 'share.byHand': '请复制这个地址' } as const
