/** What every installation answers on the host of a site beside its pages; a province may have microfrontends of its own. */
import { embedsAt, eventsCalendar, noticesFeed } from '@shuxiang/site-blocks'
import { personPath, recordPath } from '@shuxiang/vocabulary'

export const answered: readonly string[] = [
  ...['/search', `${recordPath}*`, '/my', '/my/*', '/preferences', '/auth/*', `${embedsAt}*`],
  ...['/search/advanced', `${personPath}*`, '/browse', '/browse/*', '/library/*', '/random'],
  // Of the release itself.
  ...[noticesFeed, eventsCalendar],
]
