// Biographies as readers get them: one text, whole sentences, in the marks of Chinese.

/** Between two texts that the list of lyric poets joins, and before most of them. */
const joint = /--/u
/** The list ends with titles of lyrics, run together and cut anywhere. */
const titles = /主要作品有.*$/su
/** A second person of the name: `(2) 字仲敏`. */
const second = /[(（]\d[)）].*$/su

/** The texts that the source has of a person, the first the fuller one. Cut sentences and lists are left out. */
export function biographyTexts(printed: string): readonly string[] {
  // Two texts stand under one name; years may be joined by the same sign: （1187--1269）.
  return printed
    .split(/(?<!\d)--/u)
    .map((text) => chineseMarks(wholeSentences(text)))
    .filter((text) => text !== '' && !joint.test(text))
}

function wholeSentences(text: string): string {
  const rest = text.replace(titles, '').replace(second, '').trim()
  if (rest === text.trim()) return rest
  const end = Math.max(...['。', '！', '？'].map((mark) => rest.lastIndexOf(mark)))
  return rest.slice(0, end + 1)
}

/** Brackets, colons and commas of typewriters, and the gaps beside figures, where the text is Chinese. */
function chineseMarks(text: string): string {
  return text
    .replace(/\s*\(\s*/gu, '（')
    .replace(/\s*\)\s*/gu, '）')
    .replace(/(?<=\p{Script=Han}):\s*/gu, '：')
    .replace(/(?<=[\p{Script=Han}）]),\s*/gu, '，')
    .replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu, '')
    .replace(/(?<=\d)--(?=\d)/gu, '－')
    .replace(/"([^"]*)"/gu, '“$1”')
    .replace('韩□（tuo1）胄', '韩侂胄')
}
