/** Links and buttons say where they lead and what they do: they are listened to one by one, without what stands around. */
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'
import { isLongAddress, saysNothing } from '../link-names.ts'
import { blockIn } from './place.ts'

function judged(page: string, kind: 'link' | 'button', name: string, block: string | null): Found[] {
  const place = { page, ...blockIn(block) }
  if (name === '')
    return [
      {
        severity: 'blocks',
        ...place,
        words:
          kind === 'link'
            ? words(
                '有一个链接没有文字，听屏幕的读者不知道它通往哪里。请写上文字。',
                'A link has no words: who listens to the page cannot know where it leads. Write some.',
              )
            : words(
                '有一个按钮没有文字，读者不知道它做什么。请写上文字。',
                'A button has no words: readers cannot know what it does. Write some.',
              ),
      },
    ]
  if (kind === 'link' && saysNothing(name))
    return [
      {
        severity: 'warns',
        ...place,
        words: words(
          `链接的文字“${name}”没有说通往哪里。请写明，例如“借阅规则”。`,
          `The words “${name}” of a link do not say where it leads. Say so, as in “Borrowing rules”.`,
        ),
      },
    ]
  if (kind === 'link' && isLongAddress(name))
    return [
      {
        severity: 'warns',
        ...place,
        words: words(
          `链接的文字是一长串网址（${name.slice(0, 40)}…），读出来听不懂。请写成那一页的名称。`,
          `The words of a link are a long address (${name.slice(0, 40)}…) that nobody can listen to. Write the name of the page instead.`,
        ),
      },
    ]
  return []
}

export const linkText: Rule = {
  name: 'link-text',
  find: ({ read }) =>
    read.flatMap(({ path, links, buttons }) => [
      ...links.flatMap(({ name, block }) => judged(path, 'link', name, block)),
      ...buttons.flatMap(({ name, block }) => judged(path, 'button', name, block)),
    ]),
}
