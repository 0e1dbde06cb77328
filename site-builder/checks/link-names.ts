/** Names of links that say nothing to who hears them without what stands around them. Pure; runs in the browser too. */

const sayNothing = new Set([
  ...[
    '点击',
    '点击这里',
    '点击此处',
    '点这里',
    '这里',
    '此处',
    '更多',
    '详情',
    '查看',
    '查看详情',
    '链接',
    '了解更多',
  ],
  ...[
    'here',
    'click here',
    'click',
    'link',
    'this',
    'this link',
    'more',
    'read more',
    'learn more',
    'details',
  ],
])
const plain = (name: string): string => name.toLowerCase().replace(/[\s>›»…。.：:]+$/u, '')

/** Whether it is a word such as “here” or “more”. */
export const saysNothing = (name: string): boolean => sayNothing.has(plain(name))

/** Whether it is a long address, which nobody can listen to. */
export const isLongAddress = (name: string): boolean => /^https?:\/\/\S{30,}$/i.test(name)
