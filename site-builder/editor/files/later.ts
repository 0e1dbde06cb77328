/** Parts of this folder that come when they are wanted. */
import { laterPart } from '../later-part.ts'

export const FileChooser = laterPart(
  () => import('./FileChooser.vue'),
  () => import('./words.ts'),
)
export const DescribeDialog = laterPart(
  () => import('./DescribeDialog.vue'),
  () => import('./words.ts'),
)
export const WaitingFiles = laterPart(
  () => import('./WaitingFiles.vue'),
  () => import('./words.ts'),
)
