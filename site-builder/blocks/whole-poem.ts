/** A short poem set whole, to be read where it stands: in columns from the right, or in lines. */
import { heading, html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { columnsOf } from './clauses.ts'
import type { BlockContext, Level } from './contract.ts'
import type { WholePoem } from './operations.generated.ts'
import { besideHtml, byLine, langOfNames } from './record-card.ts'
import { langOf } from './words.ts'

export type { WholePoem }
export type Setting = 'vertical' | 'horizontal'

/** With its marks: a regulated verse of eight lines of seven. */
const longest = 72
/** A couplet of seven-character lines with its marks. */
const tallest = 16
/** A title that is an essay of its own would push the verses away. */
const longestTitle = 18

const versesOf = ({ text }: WholePoem): readonly string[] =>
  (text ?? []).flatMap(({ kind, text: line }) => (kind === 'verse' ? [line.trim()] : []))

/** Whether it has verses, and few enough to be read at a glance. */
export function isShort(poem: WholePoem): boolean {
  const length = [...versesOf(poem).join('')].length
  return length > 0 && length <= longest && [...poem.title].length <= longestTitle
}

/**
 * A heading that leads to its page, who wrote it, and all of it. `id` names the heading.
 * @param level of the heading
 */
export function poemHtml(
  poem: WholePoem,
  { context, id, level, set }: { context: BlockContext; id: string; level: Level; set: Setting },
): Html {
  const columns = versesOf(poem).flatMap((line) => columnsOf(line, tallest))
  return html`<section class="whole ${set}" aria-labelledby="${id}" ${langOf(context, poem.language)}>
    ${heading(level, html`id="${id}"`, html`<a href="${poem.url}">${poem.title}</a>`)} ${besideHtml(poem)}
    <p class="by" ${langOfNames(context, byLine(poem, context))}>${byLine(poem, context)}</p>
    <div class="set">
      ${columns.map(
        // White space between clauses would be a gap, so they are joined without.
        (clauses) => html`<p>${clauses.map((clause) => html`<span class="clause">${clause}</span>`)}</p>`,
      )}
    </div>
  </section>`
}
