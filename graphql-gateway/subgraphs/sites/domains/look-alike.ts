// Names that the eye takes for another one (UTS 39): of several scripts, or of letters that look like ours.

/** Scripts whose letters are taken for each other. Chinese beside Latin letters is ordinary and deceives nobody. */
const ALIKE = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
)

export function mixesScripts(label: string): boolean {
  return ALIKE.filter((script) => script.test(label)).length > 1
}

/** Letters of other scripts, and digits, that look like a Latin letter. */
const TWINS: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', һ: 'h', ԁ: 'd' },
  ...{ ӏ: 'l', к: 'k', м: 'm', т: 't', в: 'b', н: 'h', г: 'r', п: 'n', ь: 'b', ԛ: 'q', ԝ: 'w', ѵ: 'v' },
  ...{ α: 'a', ο: 'o', ν: 'v', ρ: 'p', τ: 't', υ: 'u', ι: 'i', κ: 'k', ϲ: 'c', ε: 'e', η: 'n', ω: 'w' },
  ...{ ı: 'i', ɡ: 'g', ɑ: 'a', ʟ: 'l', '0': 'o', '1': 'l', '5': 's' },
}

/** What the eye keeps of a label: no marks, no twins, no hyphens. */
function skeleton(label: string): string {
  const letters = [...label.normalize('NFKD').replace(/\p{M}|-/gu, '')]
  return letters
    .map((letter) => TWINS[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('i', 'l')
}

/** Whether a label is taken for the name; the very name too, for below another suffix it is a twin. */
export function looksLike(label: string, name: string): boolean {
  return skeleton(label) === skeleton(name)
}
