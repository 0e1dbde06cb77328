/** Pictures have words for those who do not see them, and words that say something. */
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'
import type { Checkable } from '../checkable.ts'
import { blockIn } from './place.ts'

/** Names of files as cameras, telephones and screens write them. */
const fileName =
  /\.(?:jpe?g|png|webp|avif|gif|svg|tiff?|bmp)$|^(?:img|dsc|dcim|mmexport|wx_|screenshot|微信图片|QQ图片|截图|屏幕截图)[\s_\d-]*/i

export const altText: Rule = {
  name: 'alt-text',
  find: ({ read }: Checkable) =>
    read.flatMap(({ path: page, pictures }) =>
      pictures.flatMap(({ alt, block }): Found[] => {
        if (alt === null)
          return [
            {
              severity: 'blocks',
              page,
              ...blockIn(block),
              words: words(
                '有一张图片没有文字说明，看不见图片的读者不知道它是什么。请写一句说明，或者标为“装饰”。',
                'A picture has no description: readers who do not see it cannot know what it is. Write a sentence, or mark it as decoration.',
              ),
            },
          ]
        if (!fileName.test(alt.trim())) return []
        return [
          {
            severity: 'warns',
            page,
            ...blockIn(block),
            words: words(
              `图片的文字说明“${alt}”像是文件名。请写图片上有什么。`,
              `The description “${alt}” of a picture looks like the name of a file. Write what is in the picture.`,
            ),
          },
        ]
      }),
    ),
}
