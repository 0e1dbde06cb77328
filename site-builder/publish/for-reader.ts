/** What is put into a published page while it is sent: the reader's choices, the language its address names, notices of the nation. */
import { inLanguage } from '@shuxiang/sdk/language'
import { textFor, type Localized } from '@shuxiang/site-model'
import {
  emergencyBar,
  escape,
  type Display,
  type Locale,
  type Script,
  type Size,
} from '@shuxiang/site-render'
import { noticesPlace } from './document.ts'

export interface ReaderChoices {
  readonly mode: Display
  readonly scale: Size
  readonly script: Script
  /** The language that the address names; null: it follows the reader. */
  readonly named: Locale | null
}

/** What the nation puts over every site without publishing it again. */
export interface EdgeLayer {
  /** Sentences above the content, each by language; the first language stands for one that is not there. */
  readonly emergencies: readonly Localized[]
  /** A day of mourning. */
  readonly grey: boolean
}

export interface PageForReader extends ReaderChoices {
  readonly locale: Locale
  readonly origin: string
  readonly path: string
  readonly layer: EdgeLayer
}

/** The page as it is sent. Every place that is changed was written by the document of published pages. */
export function forReader(
  page: string,
  { locale, mode, scale, script, named, origin, path, layer }: PageForReader,
): string {
  const attributes = [
    mode === 'auto' ? '' : ` data-mode="${mode}"`,
    scale === 'large' ? ' data-scale="large"' : '',
    script === 'source' ? '' : ` data-script="${script}"`,
    layer.grey ? ' data-grey' : '',
  ].join('')
  let text = once(page, `<html lang="${locale}">`, `<html lang="${locale}"${attributes}>`)
  if (mode !== 'auto') text = chosen(text, 'mode', 'auto', mode)
  if (scale !== 'normal') text = chosen(text, 'scale', 'normal', scale)
  if (script !== 'source') text = chosen(text, 'script', 'source', script)
  if (named !== null) {
    const own = escape(new URL(path, origin).href)
    const its = escape(new URL(inLanguage(path, named), origin).href)
    text = once(text, `<link rel="canonical" href="${own}">`, `<link rel="canonical" href="${its}">`)
    text = once(
      text,
      `<meta property="og:url" content="${own}">`,
      `<meta property="og:url" content="${its}">`,
    )
  }
  const bars = emergencyBars(layer, locale)
  return bars === '' ? text : once(text, noticesPlace, `<div id="notices">${bars}</div>`)
}

/** As many as leave room for the page. */
const mostBars = 2

/** Markup of the bars that stand above any page; empty when nothing has happened. */
export function emergencyBars({ emergencies }: EdgeLayer, locale: Locale): string {
  return emergencies
    .slice(0, mostBars)
    .flatMap((words) => textFor(words, locale) ?? [])
    .map(({ text: sentence }) => emergencyBar({ sentence }))
    .join('')
}

/** In the form of preferences, which stands before any content. */
function chosen(text: string, name: string, before: string, now: string): string {
  const choice = (value: string): string => `<input type="radio" name="${name}" value="${value}"`
  const without = once(text, `${choice(before)} checked>`, `${choice(before)}>`)
  return once(without, `${choice(now)}>`, `${choice(now)} checked>`)
}

/** Replaces the first one, without reading `$` as anything but itself. */
function once(text: string, what: string, by: string): string {
  return text.replace(what, () => by)
}
