// The part of the package `edtf` that is used; it ships without types. `min` and `max` are milliseconds since 1970.
declare module 'edtf' {
  export default function edtf(
    text: string,
    constraints: { readonly level: number },
  ): { readonly min: number | null; readonly max: number | null }
}
