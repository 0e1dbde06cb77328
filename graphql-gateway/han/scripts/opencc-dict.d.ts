/** The dictionaries of opencc-js are plain strings; the package ships no types for them. */

declare module 'opencc-js/dict/*' {
  const dictionary: string
  export default dictionary
}
