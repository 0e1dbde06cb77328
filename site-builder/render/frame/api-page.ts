/** What a browser sees at the address of the GraphQL interface: what it is, and one example to run. Needs no script. */
import { escape, Html, html } from '../markup/html.ts'
import type { Locale } from './messages.ts'

export interface ApiPageOptions {
  readonly locale: Locale
  /** Address of the interface. */
  readonly address: string
  /** Body of the request that is shown as an example, as JSON. */
  readonly example: string
  /** The query in the box. */
  readonly query: string
  /** Id of the example among the installed documents, where queries of strangers are not taken; else null. */
  readonly documentId: string | null
  /** The answer, as text; null before anything was asked. */
  readonly answer: string | null
  /** The query came from another site and waits for the reader's own press. */
  readonly waits: boolean
}

const words = {
  'zh-CN': {
    title: '数据接口',
    what: '这里是本站的 GraphQL 接口。检索、作品、馆藏等页面上的内容，程序都可以从这一个地址取得。',
    how: '用 POST 发送 JSON：',
    open: '在本机可以发送任意查询，也可以读取结构（__schema）。',
    closed:
      '本站在正式运行中，只回答已安装的查询：发送 documentId 而不是 query。下面这条查询就是其中之一；结构（__schema）不公开。',
    limits: '一次请求最多 64 KB、20 个顶层字段、15 层；只有查询，没有修改和订阅。',
    example: '示例',
    query: '查询语句',
    run: '运行',
    answer: '回答',
    waits: '这条查询来自别处，按“运行”才会发送。',
    health: '运行状况：',
  },
  en: {
    title: 'Data interface',
    what: 'This is the GraphQL interface of this site. What its pages show (search, works, holdings) programs can read from this one address.',
    how: 'Send JSON by POST:',
    open: 'From this machine any query may be sent, and the schema may be read (__schema).',
    closed:
      'This site is in production and answers installed queries only: send documentId instead of query. The query below is one of them; the schema (__schema) is not shown.',
    limits:
      'A request may have 64 KB, 20 fields at the root and 15 levels. There are queries only, no mutations and no subscriptions.',
    example: 'Example',
    query: 'Query',
    run: 'Run',
    answer: 'Answer',
    waits: 'This query came from elsewhere; it is sent when you press Run.',
    health: 'Health:',
  },
} as const satisfies Record<Locale, Readonly<Record<string, string>>>

/** Title of the page, for `<title>`. */
export function apiTitle(locale: Locale): string {
  return `${words[locale].title} · GraphQL`
}

/** Content of `main`. */
export function apiPage(options: ApiPageOptions): Html {
  const { locale, address, example, query, documentId, answer, waits } = options
  const say = words[locale]
  return html`<div class="wrap">
    <section class="state api">
      <h1 tabindex="-1">${say.title}</h1>
      <p>${say.what}</p>
      <p>${documentId === null ? say.open : say.closed}</p>
      <p>${say.limits}</p>
      <h2>${say.example}</h2>
      <p>${say.how}</p>
      ${sample(command(address, example), 'curl')}
      <form method="get" action="/graphql">
        ${
          documentId === null
            ? html`<label for="api-query">${say.query}</label>${queryBox(query)}`
            : html`${sample(query, say.query)}<input type="hidden" name="documentId" value="${documentId}" />`
        }
        ${waits && html`<p role="status">${say.waits}</p>`}
        <div class="acts"><button class="btn primary">${say.run}</button></div>
      </form>
      ${answer !== null && html`<h2 id="answer">${say.answer}</h2>`}
      ${answer !== null && sample(answer, say.answer)}
      <p class="ref">
        ${say.health} <a class="link" href="/health/ready">/health/ready</a>
        <a class="link" href="/health/live">/health/live</a>
      </p>
    </section>
  </div>`
}

/** Templates hold no such element; its content is text in which character references count (HTML, 13.1.2.5), so it is escaped. */
function queryBox(query: string): Html {
  const open =
    '<textarea id="api-query" name="query" rows="12" spellcheck="false" autocapitalize="off" autocomplete="off">'
  // The parser drops a line end that comes first.
  return Html.trusted(`${open}\n${escape(query)}</textarea>`)
}

/** Lines that scroll sideways within themselves, so they take the keyboard's focus and have a name. */
function sample(text: string, name: string): Html {
  return html`<pre class="sample" tabindex="0" role="region" aria-label="${name}"><code>${text}</code></pre>`
}

/** For a POSIX shell; quotes in the JSON are closed, escaped and opened again. */
function command(address: string, body: string): string {
  const quoted = body.replaceAll("'", "'\\''")
  return `curl ${address} \\\n  -H 'content-type: application/json' \\\n  -d '${quoted}'`
}
