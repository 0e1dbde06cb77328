/** How people, times and changes are named in review. */
import { useMessages } from '@shuxiang/sdk'
import { inWords, useSite } from '../desk/site-context.ts'
import { words } from './words.ts'

/** Pages that are named; of more it is said that there are. */
const mostNamed = 3

export function useTold() {
  const { t, d } = words.use()
  const { locale } = useMessages()
  const { site } = useSite()
  const time = (at: string): string => d(at, { dateStyle: 'medium', timeStyle: 'short' })
  const named = ({ name, own }: { readonly name: string; readonly own: boolean }): string =>
    own ? t('review.you') : name || t('review.gone')
  /** What was changed since somebody looked. */
  function since(what: { readonly changedPages: readonly string[]; readonly changedSite: boolean }): string {
    const pages = what.changedPages.slice(0, mostNamed).map((path) => {
      const page = site.value.pages.find((one) => one.path === path)
      return t('review.page', { page: page ? inWords(page.title, locale, path) : path })
    })
    return [
      ...(what.changedSite ? [t('review.wholeSite')] : []),
      ...pages,
      ...(what.changedPages.length > mostNamed ? [t('review.more')] : []),
    ].join(t('review.and'))
  }
  return { t, d, time, named, since }
}
