/** Characters for the seal of a library, from its name. Pure. */

/** What is part of every library's name, and says nothing of whose it is. */
const common = /(?:少年儿童|少儿|儿童|公共|数字)?图书馆$/u
/** Names of places, each with what it ends with: at least two characters are its own, as in 衢州 and 沙县. */
const places =
  /([^省市区县旗盟]{2,}?)(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|省|市|区|县|旗|盟|$)/gu
const longest = 2

/** One or two characters each, the nearest place first: `婺城`, `金华` of `金华市婺城区图书馆`. */
export function sealsFrom(name: string): readonly string[] {
  const whole = name.replace(/\s/gu, '')
  const own = whole.replace(common, '') || whole
  const named = [...own.matchAll(places)].map(([, place = '']) => place).reverse()
  const seals = [...named, own].map((part) => [...part].slice(0, longest).join(''))
  return [...new Set(seals)].filter((seal) => seal !== '').slice(0, 3)
}

/** Whether it can be cut: one or two characters. */
export function isSeal(text: string): boolean {
  const length = [...text.trim()].length
  return length === 1 || length === longest
}
