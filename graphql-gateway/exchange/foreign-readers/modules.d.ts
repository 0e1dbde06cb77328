// Readers of others that come without types: the little of them that is used.

declare module 'marcjs' {
  export const Marc: {
    parse(
      text: string,
      type: 'marcxml',
    ): { readonly leader: string; readonly fields: readonly (readonly string[])[] }
  }
}

declare module 'jsonld' {
  const jsonld: {
    expand(
      document: unknown,
      options: {
        documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
      },
    ): Promise<readonly unknown[]>
  }
  export default jsonld
}
