// Poems as the anthologies of the package print them: texts of their own beside those of the complete collections.
import { join } from 'node:path'
import { z } from 'zod'
import { readPrimer } from '../classics/converted.ts'
import { chapterTitle } from '../mend.ts'
import { lyricAuthor } from '../people/incomplete.ts'
import { readJson } from '../package-folder.ts'
import { titled } from '../shapes.ts'

/** A poem in an anthology. */
export interface Printed {
  /** The anthology; its id is one of the vocabulary's sources of texts. */
  readonly source: { readonly id: string; readonly label: string }
  /** As it stands there; a lyric goes by its tune. */
  readonly title: string
  readonly author: string
  readonly lines: readonly string[]
  readonly language: string
}

const lyrics = z.array(
  z.object({ author: z.string(), rhythmic: z.string(), paragraphs: z.array(z.string()) }),
)

/**
 * In the order in which they are told. The package's third file of Tang poems, `唐诗三百首.json`, is left out: it repeats
 * poems of the complete collection with their ids.
 */
export async function readPrinted(folder: string): Promise<readonly Printed[]> {
  const [three, school, song, painted] = await Promise.all([
    readPrimer(folder, 'tangshisanbaishou'),
    readPrimer(folder, 'qianjiashi'),
    readJson(join(folder, 'songci/宋词三百首.json'), lyrics),
    readJson(join(folder, 'shuimotangshi/shuimotangshi.json'), titled),
  ])
  const primers = [
    { book: three, source: { id: 'tangshisanbaishou', label: '唐诗三百首' } },
    { book: school, source: { id: 'qianjiashi', label: '千家诗' } },
  ]
  return [
    ...primers.flatMap(({ book, source }) =>
      (book.content ?? []).flatMap((group) =>
        'content' in group
          ? group.content.map((piece) => ({
              source,
              title: chapterTitle(piece.chapter, piece.subchapter).title,
              author: piece.author,
              lines: piece.paragraphs,
              language: 'lzh-Hant',
            }))
          : [],
      ),
    ),
    ...song.map(({ author, rhythmic, paragraphs }) => ({
      source: { id: 'songcisanbaishou', label: '宋词三百首' },
      title: rhythmic,
      author: lyricAuthor(author, paragraphs),
      lines: paragraphs,
      language: 'lzh-Hans',
    })),
    ...painted.map(({ author, title, paragraphs }) => ({
      source: { id: 'shuimotangshi', label: '水墨唐诗' },
      title,
      author,
      lines: paragraphs,
      language: 'lzh-Hans',
    })),
  ]
}
