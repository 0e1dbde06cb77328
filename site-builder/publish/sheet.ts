/** Where the style sheet of a release is. */

/** An address changes with the content, so that browsers keep it for ever. */
export function sheetPath(hash: string): string {
  return `/_site/${hash}.css`
}

/** As an `integrity` attribute has it. */
export function integrityOfHash(hash: string): string {
  return `sha256-${Buffer.from(hash, 'hex').toString('base64')}`
}
