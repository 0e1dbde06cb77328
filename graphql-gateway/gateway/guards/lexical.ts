// One pass over the tokens of a document before it is parsed: bounds what parsing, validating and planning may cost.
import { GraphQLError, Lexer, Source, TokenKind, type Token } from 'graphql'

/** Upper bounds, all inclusive. */
export interface DocumentLimits {
  /** Characters. */
  readonly length: number
  readonly tokens: number
  /** Nested braces and brackets. */
  readonly depth: number
  readonly aliases: number
  readonly directives: number
  /** Fields directly under each operation; planning time grows with their square and worse. */
  readonly rootFields: number
  /** Selections once fragments are opened; checked at validation. */
  readonly selections: number
}

/** For queries of strangers. The portal's own documents stay below half of each. */
export const publicLimits: DocumentLimits = {
  length: 20_000,
  tokens: 2000,
  depth: 15,
  aliases: 30,
  directives: 30,
  rootFields: 20,
  selections: 3000,
}

/** For a gateway alone before foreign subgraphs, where the operator knows the clients. */
export const wideLimits: DocumentLimits = {
  length: 200_000,
  tokens: 20_000,
  depth: 60,
  aliases: 300,
  directives: 300,
  rootFields: 60,
  selections: 100_000,
}

/**
 * Checks a document. A document that does not lex passes: the parser reports it with its place.
 * Errors: GraphQLError OPERATION_LIMIT (status 400) naming the bound.
 */
export function checkDocument(text: string, limits: DocumentLimits): void {
  if (text.length > limits.length) throw refused(`longer than ${limits.length} characters`)
  const lexer = new Lexer(new Source(text))
  const count = { tokens: 0, depth: 0, parens: 0, aliases: 0, directives: 0, rootFields: 0 }
  for (let token = next(lexer); token && token.kind !== TokenKind.EOF; token = next(lexer)) {
    if (++count.tokens > limits.tokens) throw refused(`more than ${limits.tokens} tokens`)
    switch (token.kind) {
      case TokenKind.PAREN_L:
        count.parens++
        break
      case TokenKind.PAREN_R:
        count.parens--
        break
      case TokenKind.BRACE_L:
      case TokenKind.BRACKET_L:
        if (++count.depth > limits.depth) throw refused(`deeper than ${limits.depth} levels`)
        if (count.depth === 1 && count.parens === 0) count.rootFields = 0
        break
      case TokenKind.BRACE_R:
      case TokenKind.BRACKET_R:
        count.depth--
        break
      case TokenKind.AT:
        if (++count.directives > limits.directives) throw refused(`more than ${limits.directives} directives`)
        break
      case TokenKind.COLON:
        if (count.parens === 0 && ++count.aliases > limits.aliases)
          throw refused(`more than ${limits.aliases} aliases`)
        break
      case TokenKind.NAME:
        checkName(token, count, limits)
        break
    }
  }
}

function checkName(
  token: Token,
  count: { depth: number; parens: number; rootFields: number },
  limits: DocumentLimits,
): void {
  if (token.value === '__proto__') throw refused('using the name __proto__')
  if (count.parens > 0 || count.depth !== 1) return
  const before = token.prev?.kind
  // Names after `...`, `on` and `@` are no fields, and a field with an alias is counted by its alias.
  if (before === TokenKind.SPREAD || before === TokenKind.AT || before === TokenKind.COLON) return
  if (before === TokenKind.NAME && token.prev?.value === 'on' && token.prev.prev?.kind === TokenKind.SPREAD)
    return
  if (++count.rootFields > limits.rootFields)
    throw refused(`more than ${limits.rootFields} fields at the root`)
}

/** The next token; null where the text is no GraphQL. */
function next(lexer: Lexer): Token | null {
  try {
    return lexer.advance()
  } catch {
    return null
  }
}

function refused(what: string): GraphQLError {
  return new GraphQLError(`This operation is refused: ${what}. Ask for less at a time.`, {
    extensions: { code: 'OPERATION_LIMIT', http: { status: 400 } },
  })
}
