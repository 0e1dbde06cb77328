/** Comparing texts letter by letter, as editors collate the witnesses of a work. */
export { align, type Alignment, type Step } from './align.ts'
export { lettersOf, type Letter } from './letters.ts'
export { LONGEST_COMPARED, variantsOf, type Variant } from './variants.ts'
