/**
 * Places whose players may stand on a page. A page stores the address that a librarian copied; what is framed is made from
 * the name that the address holds, and nothing else of it travels on.
 */
import type { Words } from '@shuxiang/vocabulary'

export interface EmbedProvider {
  readonly id: string
  readonly name: Words
  /** True: something to hear, which needs a line and no picture. */
  readonly sound: boolean
  /** What may be framed from there, as a content policy names it. */
  readonly origin: string
  /** What a name of theirs looks like. */
  readonly names: RegExp
  /** The name in an address of their pages; null when it holds none. */
  read(page: URL): string | null
  /** Their page of that name, for who would rather go there. */
  page(name: string): string
  /** Their player of that name. */
  player(name: string): string
}

/** A thing at a provider. */
export interface Embedded {
  readonly provider: EmbedProvider
  readonly name: string
}

const hosts = (...of: readonly string[]): ReadonlySet<string> => new Set(of)

const bilibili = hosts('www.bilibili.com', 'bilibili.com', 'm.bilibili.com')
const tencent = hosts('v.qq.com', 'm.v.qq.com')
const youku = hosts('v.youku.com', 'm.youku.com')
const netease = hosts('music.163.com', 'y.music.163.com')

const part = (text: string, pattern: RegExp): string | null => pattern.exec(text)?.[1] ?? null

export const embedProviders: readonly EmbedProvider[] = [
  {
    id: 'bilibili',
    name: { 'zh-CN': '哔哩哔哩', en: 'Bilibili' },
    sound: false,
    origin: 'https://player.bilibili.com',
    names: /^BV[0-9A-Za-z]{10}$/,
    read: ({ hostname, pathname }) =>
      bilibili.has(hostname) ? part(pathname, /^\/video\/(BV[0-9A-Za-z]{10})(?:\/|$)/) : null,
    page: (name) => `https://www.bilibili.com/video/${name}/`,
    player: (name) => `https://player.bilibili.com/player.html?bvid=${name}&autoplay=0&danmaku=0`,
  },
  {
    id: 'tencent-video',
    name: { 'zh-CN': '腾讯视频', en: 'Tencent Video' },
    sound: false,
    origin: 'https://v.qq.com',
    names: /^[a-z0-9]{11}$/,
    read: ({ hostname, pathname }) =>
      tencent.has(hostname)
        ? part(pathname, /^\/x\/(?:page|cover\/[a-z0-9]{1,30})\/([a-z0-9]{11})\.html$/)
        : null,
    page: (name) => `https://v.qq.com/x/page/${name}.html`,
    player: (name) => `https://v.qq.com/txp/iframe/player.html?vid=${name}`,
  },
  {
    id: 'youku',
    name: { 'zh-CN': '优酷', en: 'Youku' },
    sound: false,
    origin: 'https://player.youku.com',
    names: /^X[0-9A-Za-z]{9,20}={0,2}$/,
    read: ({ hostname, pathname }) =>
      youku.has(hostname)
        ? (part(pathname, /^\/(?:v_show|video)\/id_(X[0-9A-Za-z]{9,20}(?:=|%3D){0,2})\.html$/i)?.replace(
            /%3D/gi,
            '=',
          ) ?? null)
        : null,
    page: (name) => `https://v.youku.com/v_show/id_${name}.html`,
    player: (name) => `https://player.youku.com/embed/${name}`,
  },
  {
    id: 'netease-music',
    name: { 'zh-CN': '网易云音乐', en: 'NetEase Music' },
    sound: true,
    origin: 'https://music.163.com',
    names: /^[1-9][0-9]{0,14}$/,
    // Their addresses stand behind a `#` as often as not.
    read: ({ hostname, pathname, search, hash }) =>
      netease.has(hostname)
        ? part(
            hash === '' ? pathname + search : hash.slice(1),
            /^\/(?:m\/)?song\?(?:.{0,200}&)?id=([1-9][0-9]{0,14})(?:&|$)/,
          )
        : null,
    page: (name) => `https://music.163.com/song?id=${name}`,
    player: (name) => `https://music.163.com/outchain/player?type=2&id=${name}&auto=0&height=66`,
  },
]

/** What a copied address shows; null when it is none of a known provider. */
export function readEmbed(address: string): Embedded | null {
  const page = URL.parse(address.trim())
  if (!page || !/^https?:$/.test(page.protocol) || page.username !== '' || page.port !== '') return null
  for (const provider of embedProviders) {
    const name = provider.read(page)
    if (name !== null && provider.names.test(name)) return { provider, name }
  }
  return null
}

/** The provider of that id with a name that it could have given; null for anything else. */
export function embedAt(id: string, name: string): Embedded | null {
  const provider = embedProviders.find((one) => one.id === id)
  return provider?.names.test(name) ? { provider, name } : null
}

/** Begins the paths of this site at which frames have a document of their own. */
export const embedsAt = '/_embed/'

/** Where this site has the document that holds the player. */
export function embedPath({ provider, name }: Embedded): string {
  return `${embedsAt}${provider.id}/${encodeURIComponent(name)}`
}
