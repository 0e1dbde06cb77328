// Syllables of pinyin put together to a word, as books print names. Source: GB/T 28039-2011.

/** With a capital, and with an apostrophe before a syllable that could be read with the one before: Xi’an. */
export function pinyinWord(syllables: readonly string[]): string {
  const joined = syllables
    .map((one, i) => (i > 0 && /^[aoeāáǎàōóǒòēéěè]/.test(one) ? `’${one}` : one))
    .join('')
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}
