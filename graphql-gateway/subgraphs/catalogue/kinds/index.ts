// The kinds that live in the catalogue, in the order of the vocabulary. Those with a domain of their own come with it.
import type { Kind } from '@shuxiang/record'
import { kinds, type KindId } from '@shuxiang/vocabulary'
import { audio } from './audio/index.ts'
import { book } from './book/index.ts'
import { episode } from './episode/index.ts'
import { event } from './event/index.ts'
import { issue } from './issue/index.ts'
import { object } from './object/index.ts'
import { organisation } from './organisation/index.ts'
import { periodical } from './periodical/index.ts'
import { person } from './person/index.ts'
import { picture } from './picture/index.ts'
import { poem } from './poem/index.ts'
import { video } from './video/index.ts'

/** Kinds that other packages bring. */
type Elsewhere = 'course' | 'lecture' | 'government' | 'web' | 'topic'

const own: Readonly<Partial<Record<KindId, Kind>>> = {
  poem,
  book,
  periodical,
  issue,
  audio,
  episode,
  video,
  picture,
  event,
  object,
  person,
  organisation,
} satisfies Record<Exclude<KindId, Elsewhere>, Kind>

export const catalogueKinds: readonly Kind[] = kinds.flatMap(({ id }) => own[id] ?? [])
