/** What pages are called: the home page by that name, whatever title it has; others by their title, or their address. */
import { useMessages } from '@shuxiang/sdk'
import { inWords, useSite } from './site-context.ts'

/** The name of the page at a path; of one that is not there, the path. */
export function usePageNames(): (path: string) => string {
  const { t, locale } = useMessages()
  const { site } = useSite()
  return (path) => {
    if (path === '/') return t('pages.home')
    const page = site.value.pages.find((one) => one.path === path)
    return page ? inWords(page.title, locale, path) : path
  }
}
