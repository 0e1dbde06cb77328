/** Addresses that a page may not lead to, and those that travel in the open. */
import { safeUrl } from '@shuxiang/site-render/markup'
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'
import { writtenOn } from '../texts.ts'
import { blockIn, placeOf } from './place.ts'

/** Targets by id are looked up and not followed. */
const byId = /^(?:page|record|asset):/

export const unsafeAddresses: Rule = {
  name: 'unsafe-addresses',
  find({ pages, read }) {
    const written = [...pages].flatMap(([page, doc]) =>
      writtenOn(page, doc).links.flatMap((link): Found[] => {
        const { target, label } = link
        if (byId.test(target)) return []
        if (safeUrl(target) === '#')
          return [
            {
              severity: 'blocks',
              ...placeOf(link),
              words: words(
                `“${label['zh-CN']}”里的地址“${target.slice(0, 60)}”不能用。请填写本站的页面，或以 https:// 开头的网址。`,
                `The address “${target.slice(0, 60)}” in “${label.en}” cannot be used. Give a page of this site, or an address that begins with https://.`,
              ),
            },
          ]
        if (/^http:/i.test(target.trim()))
          return [
            {
              severity: 'warns',
              ...placeOf(link),
              words: words(
                `“${label['zh-CN']}”里的网址以 http:// 开头，读者打开的内容可能在路上被改动。如果那个网站支持，请改成 https://。`,
                `An address in “${label.en}” begins with http://: what readers open may be changed on its way. Use https:// if that site has it.`,
              ),
            },
          ]
        return []
      }),
    )
    // What the renderer writes is safe already; this is the second lock on the same door.
    const drawn = read.flatMap(({ path: page, links, fetched }) =>
      [...links.map(({ href, block }) => ({ address: href, block })), ...fetched]
        .filter(({ address }) => address !== '' && (address === '#' || safeUrl(address) === '#'))
        .map(({ block }): Found => ({
          severity: 'blocks',
          page,
          ...blockIn(block),
          words: words(
            '这一页有一个通往不安全地址的链接。请打开这一版块，重新填写链接。',
            'The page has a link to an address that is not safe. Open the block and set the link again.',
          ),
        })),
    )
    return [...written, ...drawn]
  },
}
