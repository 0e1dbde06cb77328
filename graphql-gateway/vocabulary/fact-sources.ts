// Books and lists that state facts of persons, as records call them: their names in English.
import { nameOf, words, type Entry, type InterfaceLanguage } from './words.ts'

const book = (name: string, english: string): Entry => ({
  id: `《${name}》`,
  words: words(`《${name}》`, `${english} (${name})`),
})

const factSources: readonly Entry[] = [
  book('史记', 'Records of the Grand Historian'),
  book('三国志', 'Records of the Three Kingdoms'),
  book('旧唐书', 'Old Book of Tang'),
  book('新唐书', 'New Book of Tang'),
  book('旧五代史', 'Old History of the Five Dynasties'),
  book('新五代史', 'New History of the Five Dynasties'),
  book('南唐书', 'Book of Southern Tang'),
  book('宋史', 'History of Song'),
  book('元史', 'History of Yuan'),
  book('清史稿', 'Draft History of Qing'),
  book('唐才子传', 'Lives of the Talents of Tang'),
  book('录鬼簿', 'Register of Ghosts'),
  book('四库全书总目', 'Annotated Catalogue of the Complete Library in Four Sections'),
  {
    id: 'chinese-poetry 作者小传',
    words: words('chinese-poetry 作者小传', 'Lives of authors in the data set chinese-poetry'),
  },
]

/** What a source of facts is called; one that the table does not have goes by its own name. */
export function factSourceName(source: string, language: InterfaceLanguage): string {
  return nameOf(factSources, source, language)
}
