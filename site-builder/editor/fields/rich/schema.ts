/** What may stand in a text: the closed set of the model, as the writing surface knows it. Whatever else is pasted is none of it. */
import { Mark, Node } from '@tiptap/core'
import { markKey } from '../../desk/shortcuts.ts'

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' })
const Text = Node.create({ name: 'text', group: 'inline' })

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'text*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
})

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'text*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => [
    { tag: 'h2', attrs: { level: 2 } },
    { tag: 'h3', attrs: { level: 3 } },
  ],
  // The page decides the level in the end; here the two are told apart.
  renderHTML: ({ node }) => [node.attrs['level'] === 3 ? 'h3' : 'h2', 0],
})

const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'text*',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
})

const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'item+',
  addAttributes: () => ({ ordered: { default: false, rendered: false } }),
  parseHTML: () => [
    { tag: 'ul', attrs: { ordered: false } },
    { tag: 'ol', attrs: { ordered: true } },
  ],
  renderHTML: ({ node }) => [node.attrs['ordered'] === true ? 'ol' : 'ul', 0],
})

const Item = Node.create({
  name: 'item',
  content: 'text*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
})

const Strong = Mark.create({
  name: 'strong',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { [markKey('strong')]: () => this.editor.commands.toggleMark(this.name) }
  },
})

const Emphasis = Mark.create({
  name: 'emphasis',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0],
  addKeyboardShortcuts() {
    return { [markKey('emphasis')]: () => this.editor.commands.toggleMark(this.name) }
  },
})

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ to: { default: '', rendered: false } }),
  // No address is written into the surface: nothing there leads anywhere.
  renderHTML: ({ mark }) => {
    const to = String(mark.attrs['to'])
    return ['span', { class: 'leads', title: to, 'data-to': to }, 0]
  },
})

const Language = Mark.create({
  name: 'language',
  addAttributes: () => ({ tag: { default: '', rendered: false } }),
  renderHTML: ({ mark }) => {
    const tag = String(mark.attrs['tag'])
    return ['span', { lang: tag, 'data-language': tag }, 0]
  },
})

export const extensions = [Doc, Text, Paragraph, Heading, Quote, List, Item, Strong, Emphasis, Link, Language]
