/** Characters for the seal of a library, from its name. Pure. */

/** What is part of every library's name, and says nothing of whose it is. */
const common = /(?:少年儿童|少儿|儿童|公共|数字)?图书馆$/u
/** What ends the name of a place. */
const placeEnds = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|省|市|区|县|州|旗|盟)/u
const longest = 2

/** One or two characters each, the nearest place first: `婺城`, `金华` of `金华市婺城区图书馆`. */
export function sealsFrom(name: string): readonly string[] {
  const own = name.replace(/\s/gu, '').replace(common, '') || name.trim()
  const places = own
    .split(placeEnds)
    .filter((part) => part !== '')
    .reverse()
  const seals = [...places, name.trim()].map((part) => [...part].slice(0, longest).join(''))
  return [...new Set(seals)].filter((seal) => seal !== '').slice(0, 3)
}

/** Whether it can be cut: one or two characters. */
export function isSeal(text: string): boolean {
  const length = [...text.trim()].length
  return length === 1 || length === longest
}
