/** The links at the foot of every page of a branch site: pages that a site has whatever its menu is. */
import { words } from '@shuxiang/vocabulary'

/** A page of the site and its words in the footer. */
export interface SiteNavEntry {
  readonly path: string
  readonly words: { readonly 'zh-CN': string; readonly en: string }
}

const pages: readonly SiteNavEntry[] = [
  { path: '/visit', words: words('联系我们', 'Contact') },
  { path: '/feedback', words: words('意见与投诉', 'Feedback and complaints') },
  { path: '/privacy', words: words('隐私', 'Privacy') },
  { path: '/accessibility', words: words('无障碍', 'Accessibility') },
  { path: '/about', words: words('关于本站', 'About this site') },
]

/** Those of them that the site has. */
export function siteFooterNav(paths: readonly string[]): readonly SiteNavEntry[] {
  return pages.filter(({ path }) => paths.includes(path))
}
