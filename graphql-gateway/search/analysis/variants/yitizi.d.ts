/** The package ships no types. */

declare module 'yitizi' {
  const yitizi: {
    readonly yitiziData: Readonly<Record<string, string>>
    get(character: string): readonly string[]
  }
  export default yitizi
}
