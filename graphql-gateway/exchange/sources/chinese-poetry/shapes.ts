// The shapes of the package's files, as far as they are read.
import { z } from 'zod'

const lines = z.array(z.string())
/** Some pieces say nothing of an author, others have an empty name: both are nobody's. */
const author = z
  .string()
  .nullish()
  .transform((name) => name ?? '')

export const shi = z.array(
  z.object({
    id: z.string().nullable(),
    author: z.string(),
    title: z.string(),
    paragraphs: lines,
    tags: lines.optional(),
  }),
)
export type Shi = z.infer<typeof shi>[number]

export const ci = z.array(
  z.object({
    author: z.string(),
    rhythmic: z.string(),
    paragraphs: lines,
    title: z.string().optional(),
    tags: lines.optional(),
  }),
)
export type Ci = z.infer<typeof ci>[number]

export const titled = z.array(
  z
    .object({
      title: z.string(),
      author,
      paragraphs: lines.optional(),
      para: lines.optional(),
    })
    .transform(({ para, paragraphs, ...rest }) => ({ ...rest, paragraphs: paragraphs ?? para ?? [] })),
)

const hits = z.number().min(0)
/** Web hit counts; they stand at the places of the poems they belong to. */
export const ranks = z.array(
  z.object({ author: z.string(), baidu: hits, so360: hits, bing: hits, bing_en: hits, google: hits }),
)
export type Ranks = z.infer<typeof ranks>[number]

export const shiAuthors = z.array(z.object({ name: z.string(), desc: z.string() }))
export const ciAuthors = z.array(z.object({ name: z.string(), description: z.string() }))

export const chapters = z.array(z.object({ chapter: z.string(), paragraphs: lines }))
export const chapter = z.object({ chapter: z.string(), paragraphs: lines })
export const odes = z.array(
  z.object({ title: z.string(), chapter: z.string(), section: z.string(), content: lines }),
)
export const elegies = z.array(
  z.object({ title: z.string(), section: z.string(), author: z.string(), content: lines }),
)
export const remarks = z.array(
  z.object({
    content: z.string(),
    comment: z.union([lines, z.string().transform((one) => [one])]).optional(),
  }),
)

const abstract = z.union([z.string(), lines]).optional()
const sub = z.object({ subchapter: z.string(), paragraphs: lines })
const piece = z.object({
  chapter: z.string(),
  subchapter: z.string().nullish(),
  author,
  paragraphs: z.union([lines, z.array(sub)]),
})
/** Chosen pieces; a series stands in the package as one piece with several below it. */
const pieces = z.array(piece).transform((list) =>
  list.flatMap(({ paragraphs, ...rest }) => {
    const below = paragraphs.filter((each) => typeof each !== 'string')
    return below.length > 0
      ? below.map((each) => ({ ...rest, ...each }))
      : [{ ...rest, paragraphs: paragraphs.filter((each) => typeof each === 'string') }]
  }),
)
/** A primer: with chapters grouped in volumes, with chapters, or as one text. */
export const primer = z.object({
  title: z.string(),
  author: z.string().optional(),
  abstract,
  preface: lines.optional(),
  paragraphs: lines.optional(),
  content: z
    .array(
      z.union([
        z.object({ title: z.string(), content: pieces }),
        z.object({ type: z.string(), content: pieces }),
        z.object({ title: z.string(), paragraphs: lines }),
        z.object({ chapter: z.string(), paragraphs: lines }),
      ]),
    )
    .optional(),
})
export type Primer = z.infer<typeof primer>
