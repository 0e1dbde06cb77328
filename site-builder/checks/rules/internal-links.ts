/** Links that stay on the site lead to something that is there. */
import { isPageShown } from '@shuxiang/site-model'
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule, Severity } from '../finding.ts'
import type { ReadPage } from '../read-page.ts'
import type { Checkable } from '../checkable.ts'
import { writtenOn } from '../texts.ts'
import { blockIn, placeOf } from './place.ts'

const pathOf = (address: string): string => address.replace(/[?#].*$/s, '')

/** Files are drawn with the address under which they are; one that is gone is found by its id. */
const isFile = (path: string): boolean => /^\/_files\/[0-9a-f]{64}\.[a-z]{2,5}$/.test(path)

function isThere({ pages, answered, today }: Checkable, path: string): boolean {
  if (isFile(path)) return true
  const doc = pages.get(path)
  // One that has ended, or has not begun, is not there for readers.
  if (doc) return isPageShown(path, doc, new Date(`${today}T12:00:00+08:00`))
  return answered.some((one) => (one.endsWith('/*') ? path.startsWith(one.slice(0, -1)) : path === one))
}

const unknownPath = ({ mayAnswerMore }: Checkable): Severity => (mayAnswerMore === true ? 'warns' : 'blocks')

function deadIn(site: Checkable, { path: page, links, ids }: ReadPage): Found[] {
  const seen = new Set<string>()
  return links.flatMap(({ href, name, block }): Found[] => {
    if (seen.has(href)) return []
    seen.add(href)
    const place = { page, ...blockIn(block) }
    if (href.startsWith('/') && !isThere(site, pathOf(href)))
      return [
        {
          severity: unknownPath(site),
          ...place,
          words: words(
            `链接“${name}”通往本站的 ${href}，那里没有页面。请改成别的页面，或者先建好那一页。`,
            `The link “${name}” leads to ${href} on this site, where there is no page. Choose another page, or make that one first.`,
          ),
        },
      ]
    if (/^#./.test(href) && !ids.has(decoded(href.slice(1))))
      return [
        {
          severity: 'blocks',
          ...place,
          words: words(
            `链接“${name}”通往本页的一处（${href}），那一处已经不在了。请改掉它。`,
            `The link “${name}” leads to a place on the page (${href}) that is no longer there. Change it.`,
          ),
        },
      ]
    return []
  })
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** Links to a page or a file by its id are drawn as words alone when it is gone: only the document still knows them. */
function gone({ pages, addresses }: Checkable): Found[] {
  if (addresses === undefined) return []
  return [...pages].flatMap(([page, doc]) =>
    writtenOn(page, doc)
      .links.filter(({ target }) => /^(?:page|asset):/.test(target) && !Object.hasOwn(addresses, target))
      .map((link) => ({
        severity: 'blocks' as const,
        ...placeOf(link),
        words: words(
          `“${link.label['zh-CN']}”里的链接通往一个已经不在的页面或文件。请重新选择。`,
          `A link in “${link.label.en}” leads to a page or file that is gone. Choose again.`,
        ),
      })),
  )
}

function inMenu(site: Checkable): Found[] {
  return site.facts.menu
    .filter(({ path }) => !isThere(site, pathOf(path)))
    .map(({ path, words: label }) => ({
      severity: unknownPath(site),
      page: null,
      words: words(
        `菜单里的“${label['zh-CN'] ?? path}”通往 ${path}，那里没有页面。请从菜单里去掉，或者先建好那一页。`,
        `“${label.en ?? path}” in the menu leads to ${path}, where there is no page. Take it out of the menu, or make the page first.`,
      ),
    }))
}

export const internalLinks: Rule = {
  name: 'internal-links',
  find: (site) => [...inMenu(site), ...gone(site), ...site.read.flatMap((page) => deadIn(site, page))],
}
