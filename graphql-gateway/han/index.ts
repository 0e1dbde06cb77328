// Reading help for Chinese text: the other script, the sound of each character, what a character is.
export { inScript, otherLanguage, scriptOf, wordsOf, wordsTo } from './scripts/other-script.ts'
export { readingsOf, UNSURE } from './readings/readings.ts'
export { soundOf } from './readings/sound.ts'
export { characterOf, type HanCharacter } from './characters/characters.ts'
