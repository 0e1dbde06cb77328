/** How people, times and changes are named in review. */
import { usePageNames } from '../desk/use-page-names.ts'
import { words } from './words.ts'

/** Pages that are named; of more it is said that there are. */
const mostNamed = 3

export function useTold() {
  const { t, d } = words.use()
  const called = usePageNames()
  const time = (at: string): string => d(at, { dateStyle: 'medium', timeStyle: 'short' })
  const named = ({ name, own }: { readonly name: string; readonly own: boolean }): string =>
    own ? t('review.you') : name || t('review.gone')
  /** What was changed since somebody looked. */
  function since(what: { readonly changedPages: readonly string[]; readonly changedSite: boolean }): string {
    const pages = what.changedPages
      .slice(0, mostNamed)
      .map((path) => t('review.page', { page: called(path) }))
    return [
      ...(what.changedSite ? [t('review.wholeSite')] : []),
      ...pages,
      ...(what.changedPages.length > mostNamed ? [t('review.more')] : []),
    ].join(t('review.and'))
  }
  return { t, d, time, named, since }
}
