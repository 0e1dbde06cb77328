/** A search as an Atom feed (RFC 4287). */

export interface FeedEntry {
  readonly id: string
  readonly title: string
  /** Path of its page. */
  readonly url: string
  readonly authors: readonly string[]
  readonly summary: string
  /** ISO 8601, with the time. */
  readonly updated: string
}

export interface Feed {
  /** `https://…` of the portal or of the site. */
  readonly origin: string
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** Path and query of the feed, and of the page that shows the same. */
  readonly self: string
  readonly page: string
  /** The newest first. */
  readonly entries: readonly FeedEntry[]
}

/** Text for XML 1.0: what may not stand there at all is left out, and so are signs that turn the direction of text. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A feed without entries is as old as time: it has to say when it changed. */
const NEVER = '1970-01-01T00:00:00Z'

export function atomFeed({ origin, title, language, self, page, entries }: Feed): string {
  const address = (path: string): string => xmlText(new URL(path, origin).href)
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? NEVER
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(language)}">`,
    `<title>${xmlText(title)}</title>`,
    `<id>${address(self)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${address(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${address(page)}"/>`,
    `<updated>${xmlText(updated)}</updated>`,
    `<author><name>${address('/')}</name></author>`,
    ...entries.map((entry) =>
      [
        '<entry>',
        `<title>${xmlText(entry.title)}</title>`,
        `<id>${address(entry.url)}</id>`,
        `<link rel="alternate" type="text/html" href="${address(entry.url)}"/>`,
        `<updated>${xmlText(entry.updated)}</updated>`,
        ...entry.authors.map((name) => `<author><name>${xmlText(name)}</name></author>`),
        entry.summary === '' ? '' : `<summary>${xmlText(entry.summary)}</summary>`,
        '</entry>',
      ].join(''),
    ),
    '</feed>',
    '',
  ].join('\n')
}
