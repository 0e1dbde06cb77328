/** Where notices and events stand for other programs, on every site that has a block of them. */
export const noticesFeed = '/notices.atom'
export const eventsCalendar = '/events.ics'
