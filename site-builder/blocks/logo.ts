/** The picture that stands in the place of a library's seal: what is asked for it, and what came. */
import type { Logo } from '@shuxiang/site-render'
import { ask } from './answers/ask.ts'
import { fileAddress } from './files.ts'
import { keyOf } from './key.ts'
import { SitePictures } from './operations.generated.ts'
import type { Answers, PageQuery } from './page.ts'

export interface AskedLogo {
  readonly query: PageQuery
  /** Null for none, for one that was deleted, and for that of another library: the seal stands then. */
  of(answers: Answers): Logo | null
}

/** Pixels: twice the height of a masthead's mark, for screens with finer dots. */
const highEnough = 96

/** A file of a picture, as the graph tells it. */
export interface LogoFile {
  readonly url: string
  readonly width: number
}

/** The smallest file of a picture that is sharp at the head of a page; null when none can be shown. */
export function logoOf(picture: {
  readonly width: number
  readonly height: number
  readonly variants: readonly LogoFile[]
}): Logo | null {
  const { width, height, variants } = picture
  if (width < 1 || height < 1) return null
  const known = variants
    .filter(({ url }) => fileAddress(url) !== null && !url.endsWith('.pdf'))
    .map((file) => ({ ...file, height: Math.round((file.width * height) / width) }))
    .toSorted((one, other) => one.width - other.width)
  const file = known.find((one) => one.height >= highEnough) ?? known.at(-1)
  return file ? { url: file.url, width: file.width, height: file.height } : null
}

export function askedLogo(id: string): AskedLogo {
  const asked = ask(SitePictures, { ids: [id] })
  const { operation, variables } = asked
  const key = keyOf({ operation, variables })
  return {
    query: { key, operation, variables },
    of(answers) {
      const [picture] = asked.checked(answers.get(key))?.siteAssets ?? []
      return picture?.kind === 'PICTURE' ? logoOf(picture) : null
    },
  }
}
