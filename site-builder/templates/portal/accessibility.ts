/** `/accessibility` of the portal: a statement after the W3C's model. What it says is held by the tests it names. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, page } from '../block.ts'
import { heading, list, paragraph, rich } from '../rich.ts'

export const accessibilityTitle = both('无障碍说明', 'Accessibility statement')

export const portalAccessibility = (): PageDoc =>
  page(
    accessibilityTitle,
    both(
      '网络书香为谁做、达到什么标准、测过什么、还有什么不足、怎样告诉我们。',
      'For whom the portal is made, to which standard, what was tested, what is missing, and how to tell us.',
    ),
    ['words'],
    {
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            paragraph(
              '看不见、看不清、听不见、只能用键盘、用旧手机、上了年纪或者刚识字的读者，都应当能独自使用这里的一切。',
            ),
            heading('达到什么标准'),
            paragraph(
              '本站按 WCAG 2.2 AA 级制作，也对应 GB/T 37668 的要求。这是我们自己的评定，没有经过第三方审核。',
            ),
            heading('测过什么'),
            list(
              [
                '每种页面、每个部件，在浅色、深色、高对比、大字四种方式下，由程序检查规则、对比度、按键大小和文字是否被遮挡。',
              ],
              ['检索、阅读、登录和我的书房，全程只用键盘走过。'],
              ['页面放大到 400 %、屏幕只有 320 像素宽时，不用左右移动就能读完。'],
              ['没有 JavaScript 时，检索和阅读照常。'],
            ),
            heading('您可以设置'),
            paragraph(
              '每页右上角的“偏好”：深色、高对比、大字、语言；',
              ['也可以在这里设置', '/preferences'],
              '。选择只保存在您的设备上。',
            ),
            heading('还有什么不足'),
            list(
              ['没有请使用读屏软件的读者系统地试用过；各种读屏软件对古汉字的读音不一定正确。'],
              ['竖排时，有的读屏软件按列读得不顺；可以随时改回横排。'],
              ['登录需要 JavaScript。'],
            ),
            heading('告诉我们'),
            paragraph(
              '哪一页打不开、读不出、按不到，请写明网址和所用的设备，告诉',
              ['您的图书馆', '/libraries'],
              '，由图书馆转给我们。',
            ),
            paragraph('本说明写于 2026 年 11 月 27 日。'),
          ),
          en: rich(
            paragraph(
              'Readers who are blind, see little, do not hear, use a keyboard only, have an old phone, are old or have just learned to read should all be able to use everything here by themselves.',
            ),
            heading('Standard'),
            paragraph(
              'The portal is made to WCAG 2.2 level AA, which covers what GB/T 37668 asks for. This is our own judgement; nobody else has audited it.',
            ),
            heading('What was tested'),
            list(
              [
                'Every kind of page and every part in light, dark, high contrast and large print, by program: rules, contrast, size of what is pressed, text that is covered.',
              ],
              ['Searching, reading, signing in and My library by keyboard alone.'],
              ['At 400 % and on a screen of 320 pixels everything is read without scrolling sideways.'],
              ['Without JavaScript searching and reading work.'],
            ),
            heading('What you can set'),
            paragraph(
              '“Settings” at the upper right of every page: dark, high contrast, large print, language; ',
              ['also on this page', '/preferences'],
              '. The choice stays on your device.',
            ),
            heading('What is missing'),
            list(
              [
                'It has not been tried systematically with readers who use screen readers; these do not all pronounce old characters rightly.',
              ],
              ['Some screen readers stumble over vertical text; horizontal text is one press away.'],
              ['Signing in needs JavaScript.'],
            ),
            heading('Tell us'),
            paragraph(
              'If you cannot open, hear or press something, tell ',
              ['your library', '/libraries'],
              ' the address of the page and your device; it passes it on to us.',
            ),
            paragraph('Written on 27 November 2026.'),
          ),
        },
      }),
    },
  )
