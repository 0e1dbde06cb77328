// Authors: one person for each name in an age, with the biographies of the package.
import { bounds, type PersonContent } from '@shuxiang/record'
import { join } from 'node:path'
import { stableId } from './ids.ts'
import { authorsSource } from './origin.ts'
import { readJson } from './package-folder.ts'
import { biographyTexts } from './people/biography.ts'
import { isIncomplete, namedByBiography, statement } from './people/incomplete.ts'
import { factsOf } from './people/names.ts'
import { formerKeys, keptAge, keptName } from './people/one-person.ts'
import { periods, type Period } from './periods.ts'
import { ciAuthors, shiAuthors } from './shapes.ts'
import { simplified } from './simplified.ts'
import { cleanLine, type SpelledOut } from './text.ts'

/** Poets of Tang and the Five Dynasties stand in one list of the package, and so does each later age. */
export type Age = 'xianqin' | 'han' | 'weijin' | 'nanbeichao' | 'tang' | 'song' | 'yuan' | 'ming' | 'qing'

/** Stand-ins for authors whom nobody knows, and names of rites under which the package files songs. */
const nobody = new Set(['不详', '无名氏', '佚名', '阙名', '郊庙朝会歌辞', '无名', '未知', ''])
/** Whether a name in simplified characters stands for an author whom nobody knows. */
export function isNobody(name: string): boolean {
  return nobody.has(name)
}

/** Rulers of Southern Tang and poets among the flowers: the package files them with Tang or not at all. */
const fiveDynasties = new Set(
  '李璟 李煜 韦庄 薛昭蕴 牛峤 张泌 毛文锡 牛希济 欧阳炯 和凝 顾敻 孙光宪 魏承班 鹿虔扆 阎选 尹鹗 毛熙震 李珣 冯延巳'.split(
    ' ',
  ),
)

export interface Authors {
  /** The person of a name, and the name as the catalogue writes it; null for nobody known. */
  find(name: string, age: Age): { readonly name: string; readonly person: PersonContent | null }
}

/** Reads the lists of authors. A name that stands in no list still becomes a person, without a biography. */
export async function readAuthors(folder: string, spelled: SpelledOut): Promise<Authors> {
  const [tang, song, lyric, southern] = await Promise.all([
    readJson(join(folder, 'quantangshi/authors.tang.json'), shiAuthors),
    readJson(join(folder, 'quantangshi/authors.song.json'), shiAuthors),
    readJson(join(folder, 'songci/author.song.json'), ciAuthors),
    readJson(join(folder, 'wudaishici/nantang/authors.json'), shiAuthors),
  ])
  const persons = new Map<string, PersonContent>()
  const told = new Map<string, string[]>()
  const keyOf = (name: string, age: Age): string => `${age} ${name}`
  const add = (printed: string, ofAge: Age, source: string): PersonContent => {
    const name = nameOf(printed, spelled)
    const age = keptAge(name, ofAge)
    const old = persons.get(keyOf(name, age))
    // Lines that were cut in print left spaces between characters.
    const whole = cleanLine(source, spelled, 8000).replace(
      /(?<=[\p{Script=Han}，。、；]) (?=[\p{Script=Han}“《])/gu,
      '',
    )
    const given = biographyTexts(whole).filter(meaningful)
    const texts = [...(told.get(keyOf(name, age)) ?? []), ...given]
    if (texts.length > 0) told.set(keyOf(name, age), texts)
    const other = cleanLine(printed, spelled, bounds.name)
    const former = formerKeys(name, age).map(([ofAge, called]) => personId(ofAge, called))
    const person: PersonContent = {
      id: personId(age, name),
      ...(former.length > 0 ? { formerIds: former } : {}),
      name: statement(name),
      alternativeNames: [
        ...new Set([
          ...(old?.alternativeNames ?? []),
          ...(other === name || /\d$/.test(other) ? [] : [other]),
        ]),
      ],
      ...factsOf(name, age, texts, authorsSource.name),
      period: periodOf(name, age),
      biography: old?.biography ?? given[0] ?? null,
      ...(texts.length > 0 ? { source: authorsSource } : {}),
    }
    persons.set(keyOf(name, age), person)
    return person
  }
  // The first biography of a name wins: the lists of lyric poets tell more than those of the Song poems.
  for (const { name, desc } of southern) add(name, 'tang', desc)
  for (const { name, desc } of tang) add(name, 'tang', desc)
  for (const { name: printed, description } of lyric) {
    const short = nameOf(printed, spelled)
    // A number in the list tells namesakes apart whom nothing is told of.
    if (!isIncomplete(short)) add(printed, 'song', description)
    else {
      const told = namedByBiography(short, description)
      if (told) add(told.name, told.age, description)
    }
  }
  for (const { name, desc } of song) add(name, 'song', desc)
  const found = new Map<string, { name: string; person: PersonContent | null }>()
  return {
    find(printed, age) {
      const asked = keyOf(printed, age)
      const known = found.get(asked)
      if (known) return known
      const name = nameOf(printed, spelled)
      const shown = statement(name)
      const answer = isUnnamed(name)
        ? { name: name === '' || nobody.has(name) ? '佚名' : shown, person: null }
        : { name: shown, person: persons.get(keyOf(name, keptAge(name, age))) ?? add(printed, age, '') }
      found.set(asked, answer)
      return answer
    },
  }
}

function personId(age: string, name: string): string {
  return stableId('a', 'chinese-poetry', age, name)
}

/** `尹鹗 六首` -> 尹鹗; `（唐）孟浩然` -> 孟浩然; 後主煜 -> 李煜. */
function nameOf(printed: string, spelled: SpelledOut): string {
  const bare = cleanLine(printed.replace(/^[（(〔【\[][^）)〕】\]]*[）)〕】\]]/, ''), spelled, bounds.name)
  // What could not be read at all is a gap, as the package marks other gaps.
  const one = /^\p{Script=Han}(?: \p{Script=Han})+$/u.test(bare)
    ? bare.replaceAll(' ', '、')
    : bare.replace(/ .*/u, '')
  const name = simplified(one.replace(/\ufffd+|ノ/gu, '□')).replace('欧陽', '欧阳')
  return keptName(name)
}

/** Whether a name says of no one person who that is: a gap in it, a surname alone, a namesake's number, several. */
function isUnnamed(name: string): boolean {
  return nobody.has(name) || /[□?？○…、\d]/u.test(name) || isIncomplete(name)
}

/** The name of an author as the catalogue writes it, whichever collection printed it. */
export function writtenName(printed: string): string {
  let name = written.get(printed)
  if (name === undefined) written.set(printed, (name = nameOf(printed, new Map())))
  return name
}

/** As many as the package has authors: some 14,000. */
const written = new Map<string, string>()

function meaningful(text: string): boolean {
  return text.length >= 8
}

function periodOf(name: string, age: Age): Period {
  return age === 'tang' && fiveDynasties.has(name) ? periods.wudai : periods[age]
}
