/** A film or a recording that another place keeps. Nothing is asked of that place before the reader presses. */
import { emptyFrame, html } from '@shuxiang/site-render/markup'
import { textFor } from '@shuxiang/site-model'
import { defineBlock } from '../define.ts'
import { declare, longText, text } from '../fields/declare.ts'
import { framed } from '../frame.ts'
import { plainWords, words } from '../words.ts'
import { embedPath, embedProviders, readEmbed } from './providers.ts'

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: {
      'zh-CN': '写明是什么视频或录音：看不见画面的读者靠它知道这里是什么。',
      en: 'Say what it is: who does not see it knows by this what is here.',
    },
    localized: true,
    longest: 60,
    default: { 'zh-CN': '视频', en: 'Film' },
  }),
  address: text({
    label: { 'zh-CN': '网页地址', en: 'Address of its page' },
    help: {
      'zh-CN':
        '打开那个视频或歌曲的网页，把浏览器地址栏里的地址复制到这里。可用：哔哩哔哩、腾讯视频、优酷、网易云音乐。',
      en: 'Open the page of the film or the song and copy its address to here. Known are Bilibili, Tencent Video, Youku and NetEase Music.',
    },
    longest: 500,
    default: '',
  }),
  about: longText({
    label: { 'zh-CN': '内容说明', en: 'What is in it' },
    help: {
      'zh-CN': '几句话说说内容；听不见或打不开的读者也能知道。',
      en: 'A few sentences, for who cannot hear it or open it.',
    },
    localized: true,
    longest: 1000,
    optional: true,
  }),
})

const say = {
  'zh-CN': {
    from: (name: string) => `来自${name}。载入时，${name}会知道您的网络地址，并可能在您的设备上留下记录。`,
    film: '载入视频',
    sound: '载入播放器',
    goThere: (name: string) => `到${name}打开`,
    here: '载入后在这里播放',
  },
  en: {
    from: (name: string) =>
      `From ${name}. When it is loaded, ${name} learns your network address and may keep data on your device.`,
    film: 'Load the film',
    sound: 'Load the player',
    goThere: (name: string) => `Open it at ${name}`,
    here: 'It is shown here once loaded',
  },
} as const

const known = {
  zh: embedProviders.map(({ name }) => name['zh-CN']).join('、'),
  en: embedProviders.map(({ name }) => name.en).join(', '),
}

export const embed = defineBlock({
  type: 'embed',
  v: 1,
  group: 'text',
  label: { 'zh-CN': '外站视频或音乐', en: 'Film or music from elsewhere' },
  about: {
    'zh-CN': '别的网站上的视频或音乐。读者点按之后才载入，在此之前不连接那个网站。',
    en: 'A film or music of another site. It is loaded when the reader presses, and that site knows nothing before.',
  },
  fields,
  wanting: ({ address }) =>
    readEmbed(address) === null
      ? [
          {
            path: 'address',
            words: {
              'zh-CN':
                address.trim() === ''
                  ? '“网页地址”：还没有填写。'
                  : `“网页地址”：认不出这个地址。请从浏览器地址栏复制完整的网页地址（不是“分享”里的短链接）；可用的网站有${known.zh}。`,
              en:
                address.trim() === ''
                  ? '“Address of its page” is not filled in.'
                  : `“Address of its page” is none that is known here. Copy the whole address of the page from the browser, not a short link; known are ${known.en}.`,
            },
          },
        ]
      : [],
  render({ fields: { title, address, about }, context, id }) {
    const found = readEmbed(address)
    const name = `${id}-frame`
    const it = say[context.locale]
    const to = found?.provider.name[context.locale] ?? ''
    const body = html`<div class="embed">
      ${about && html`<p class="lead">${words(about, context)}</p>`}
      ${
        found &&
        html`<p class="from">${it.from(to)}</p>
          <p class="do">
            <a class="btn" href="${embedPath(found)}" target="${name}"
              >${found.provider.sound ? it.sound : it.film}</a
            >
            <a class="link" href="${found.provider.page(found.name)}" rel="noopener">${it.goThere(to)}</a>
          </p>
          <div class="${found.provider.sound ? 'stage sound' : 'stage'}">
            <p>${it.here}</p>
            ${emptyFrame({ name, title: plainWords(title, context) || to })}
          </div>`
      }
    </div>`
    return framed({ id, title: words(title, context), body, context })
  },
  text: ({ title, about }, { locale }) =>
    [title, about].flatMap((one) => (one && textFor(one, locale)?.text) ?? []).join('\n'),
})
