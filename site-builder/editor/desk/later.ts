/** Parts of the desk that come when they are wanted. */
import { laterPart } from '../later-part.ts'

export const DeskHelp = laterPart(
  () => import('../help/DeskHelp.vue'),
  () => import('../help/words.ts'),
)
export const FindDialog = laterPart(
  () => import('../finding/FindDialog.vue'),
  () => import('../finding/words.ts'),
)
export const HearingDialog = laterPart(
  () => import('../hearing/HearingDialog.vue'),
  () => import('../hearing/words.ts'),
)
export const HistoryDialog = laterPart(
  () => import('../history/HistoryDialog.vue'),
  () => import('../history/words.ts'),
)
export const PracticePublish = laterPart(
  () => import('../practice/PracticePublish.vue'),
  () => import('../practice/words.ts'),
)
export const PrintDialog = laterPart(
  () => import('../printing/PrintDialog.vue'),
  () => import('../printing/words.ts'),
)
export const PublishDialog = laterPart(
  () => import('../publish/PublishDialog.vue'),
  () => import('../publish/words.ts'),
)
export const ReviewNote = laterPart(
  () => import('../review/ReviewNote.vue'),
  () => import('../review/words.ts'),
)
export const TourOffer = laterPart(
  () => import('../help/TourOffer.vue'),
  () => import('../help/words.ts'),
)
export const TranslationsDialog = laterPart(
  () => import('../translations/TranslationsDialog.vue'),
  () => import('../translations/words.ts'),
)
export const VisitNote = laterPart(
  () => import('../visits/VisitNote.vue'),
  () => import('../visits/words.ts'),
)
