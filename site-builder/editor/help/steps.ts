/** The steps of the tour, in their order, and at what each points. */
import type { Pane } from '../desk/desk-store.ts'

export interface TourStep {
  readonly id: 'outline' | 'add' | 'fields' | 'page' | 'language' | 'looks' | 'saved' | 'publish'
  /** What is shown of the desk where there is room for one pane only. */
  readonly pane: Pane
  /** The first of them that is seen; a step of which none is there is left out. */
  readonly at: readonly [string, ...string[]]
}

export const tourSteps: readonly [TourStep, ...TourStep[]] = [
  { id: 'outline', pane: 'outline', at: ['.outline .row'] },
  { id: 'add', pane: 'outline', at: ['.left .add', '.left .tabs-of'] },
  { id: 'fields', pane: 'fields', at: ['.right .field'] },
  { id: 'page', pane: 'canvas', at: ['.panes [aria-current]', '.canvas-pane'] },
  { id: 'language', pane: 'outline', at: ['.bar .languages'] },
  { id: 'looks', pane: 'outline', at: ['.bar .wide'] },
  { id: 'saved', pane: 'outline', at: ['.bar .saved'] },
  { id: 'publish', pane: 'outline', at: ['.bar .primary'] },
]
