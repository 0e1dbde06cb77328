// What stands behind the types of the schema in resolvers. Types that are not named here are as the schema shows them.
import type { Connection } from '@shuxiang/subgraph-kit'
import type { FeedbackDoc } from '../feedback/documents.ts'
import type { Exception, Hours, Place, Season, Words } from '../hours/model.ts'
import type { Opening, OpeningDay } from '../hours/opening.ts'
import type { Contact, Event, Kept, LendingRules, Notice } from '../store/documents.ts'

/** What others tell of it is theirs. */
export type LibraryMapper = { readonly id: string }
export type OpeningHoursMapper = Hours
export type HoursPlaceMapper = Place
export type HoursSeasonMapper = Season
export type DayRuleMapper = Place['holidays']
export type HoursExceptionMapper = Exception
export type OpeningDayMapper = OpeningDayOf
export type PlaceOpeningMapper = OpeningOf
export type NoticeMapper = Kept<Notice>
export type ContactMapper = Contact
export type TelephoneMapper = { readonly name: Words; readonly number: string }
export type ComplaintsMapper = Contact['complaints']
export type LendingRulesMapper = LendingRules
export type LibraryEventMapper = Kept<Event>
export type NoticeConnectionMapper = Connection<Kept<Notice>>
export type LibraryEventConnectionMapper = Connection<Kept<Event>>
export type FeedbackMapper = FeedbackDoc
export type FeedbackConnectionMapper = Connection<FeedbackDoc>
export type VisitingDeskMapper = { readonly library: string }

/** A day with the hours that it follows from: the next opening is looked for only when it is asked for. */
export type OpeningDayOf = { readonly hours: Hours; readonly opening: OpeningDay }
export type OpeningOf = { readonly hours: Hours; readonly date: string; readonly opening: Opening }
