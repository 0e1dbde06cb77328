/** Unseen characters that turn the order of letters: a text with them does not say what it seems to say. */
import { words } from '@shuxiang/vocabulary'
import type { Rule } from '../finding.ts'
import { writtenOn } from '../texts.ts'
import { placeOf } from './place.ts'

/** Embeddings, overrides and isolates of UAX 9. The marks U+200E and U+200F turn nothing and are left alone. */
const controls = /[\u202a-\u202e\u2066-\u2069]/

export const bidiControls: Rule = {
  name: 'bidi-controls',
  find: ({ pages }) =>
    [...pages].flatMap(([page, doc]) => {
      const { texts, links } = writtenOn(page, doc)
      return [
        ...texts.filter(({ text }) => controls.test(text)),
        ...links.filter(({ target }) => controls.test(target)),
      ]
        .filter(
          (one, n, all) =>
            all.findIndex(({ block, field }) => block === one.block && field === one.field) === n,
        )
        .map((text) => ({
          severity: 'warns',
          ...placeOf(text),
          words: words(
            `“${text.label['zh-CN']}”里有看不见的、会颠倒文字顺序的字符，多半是从别处粘贴来的。发布时会去掉；请检查文字，最好重新输入。`,
            `“${text.label.en}” holds unseen characters that turn the order of text, most likely pasted from elsewhere. They are dropped when the page is drawn; look at the text, or better type it again.`,
          ),
        }))
    }),
}
