// Primers that were made traditional by a machine, with characters of another word: 明月鬆間照, 行人慾斷魂.
//
// Each of these has one simplified form with the right one (松, 欲). The poems of 唐诗三百首 and 千家诗 that the complete
// collections have too show which are wrong: at no place of the package has a collection the character that stands there.
import { join } from 'node:path'
import { readJson } from '../package-folder.ts'
import { primer, type Primer } from '../shapes.ts'

/** Wrong in any old text: words that came up late, or of things nobody wrote poems of. */
const anywhere = '鬆松 樑梁 菸煙 蓆席 侷局'
/** Wrong in the poems; prose has the other word as well (戰鬥, 海鹹河淡). */
const inPoems = '慾欲 鬥斗 鹹咸 籲吁 諮咨'
/** A name in titles, where no verse can show it. */
const names = [['長幹行', '長干行']] as const

/** Anthologies of poems among the primers. */
export const poemPrimers = ['tangshisanbaishou', 'qianjiashi'] as const

/** A wrong character and the right one. */
export const wrongInPoems: ReadonlyMap<string, string> = pairs(`${anywhere} ${inPoems}`)
const wrongAnywhere = pairs(anywhere)

/** Reads a primer, with its characters set right. Errors: `SourceUnreadable`. */
export async function readPrimer(folder: string, name: string, signal?: AbortSignal): Promise<Primer> {
  const book = await readJson(join(folder, 'mengxue', `${name}.json`), primer, signal)
  const isOfPoems = poemPrimers.some((each) => each === name)
  return primer.parse(JSON.parse(rightly(JSON.stringify(book), isOfPoems)))
}

/** A text of a primer with the characters that it means. */
export function rightly(text: string, isOfPoems: boolean): string {
  const wrong = isOfPoems ? wrongInPoems : wrongAnywhere
  const plain = Array.from(text, (char) => wrong.get(char) ?? char).join('')
  return isOfPoems ? names.reduce((all, [from, to]) => all.replaceAll(from, to), plain) : plain
}

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]))
}
