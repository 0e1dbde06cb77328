import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFixtureShell, type FixtureShell } from './testing/fixture-shell.ts'

let shell: FixtureShell
beforeAll(async () => {
  shell = await startFixtureShell()
})
afterAll(() => shell.close())

interface Answer {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly text: string
  readonly ms: number
}

/** A request as it is written: fetch would mend what an attacker sends. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string,
): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const message = request(
      {
        host: '127.0.0.1',
        port: shell.port,
        path,
        method,
        headers: { host: `localhost:${shell.port}`, ...headers },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            ms: performance.now() - began,
          }),
        )
      },
    )
    message.on('error', reject)
    message.end(body)
  })
}

describe('hosts', () => {
  it.each([
    'evil.example',
    'localhost',
    'localhost:1',
    'localhost.evil.example:8080',
    'portal.test:81',
    'portal.test.',
  ])('a request for "%s" is misdirected', async (host) => {
    const answer = await ask('/', { host })
    expect([400, 421]).toContain(answer.status)
    expect(answer.text.length).toBeLessThan(4_000)
  })
  it.each(['portal.test', 'PORTAL.test'])('the public host "%s" is served', async (host) => {
    expect((await ask('/calm', { host })).status).toBe(200)
  })
})

describe('a page of a microfrontend', () => {
  it('comes rendered, with its title, status and strict policies', async () => {
    const { status, headers, text } = await ask('/calm/a', { 'accept-language': 'en' })
    expect(status).toBe(200)
    expect(/<title>[^<]*<\/title>/.exec(text)?.[0]).toContain('<title>Item a - Shuxiang</title>')
    expect(text).toContain('<h1')
    expect(text).toContain('rel="canonical" href="http://portal.test/calm/a"')
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'/)
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types vue shuxiang")
    expect(policy).not.toContain('unsafe')
    expect(headers['integrity-policy']).toBe('blocked-destinations=(script)')
    const scripts = [...text.matchAll(/<script(?! type="application)[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.length).toBeGreaterThan(1)
    const nonce = /nonce-([\w+/=]+)/.exec(policy)?.[1]
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`)
  })

  it('answers the status its rendering says', async () => {
    expect((await ask('/calm/none')).status).toBe(404)
  })

  it('leads for good to where its rendering says the page stands, with the query as it came', async () => {
    const { status, headers } = await ask('/calm/former?lang=en')
    expect([status, headers['location']]).toEqual([308, '/calm/a?lang=en'])
  })

  it('names its style sheets before all else, and its modules after its content', async () => {
    const { text } = await ask('/calm/a')
    const order = [
      '<link rel="stylesheet"',
      '<title>',
      '</main>',
      'type="importmap"',
      '<link rel="modulepreload"',
    ]
    const places = order.map((part) => text.indexOf(part))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text.slice(0, text.indexOf('</main>'))).not.toContain('<link rel="modulepreload"')
  })

  it('that always answers 200 names its modules before its content is known', async () => {
    const { text } = await ask('/calm')
    const order = ['<link rel="stylesheet"', 'type="importmap"', '<link rel="modulepreload"', '<title>']
    const places = order.map((part) => text.indexOf(part))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text.match(/type="importmap"/g)).toHaveLength(1)
  })

  it('gives every linked file with its hash, compressed, for a year', async () => {
    const { text } = await ask('/calm')
    const linked = [...text.matchAll(/(?:href|src)="(\/_assets\/[^"]+)"/g)].map(([, path]) => String(path))
    expect(linked.length).toBeGreaterThan(6)
    for (const path of new Set(linked)) {
      const asset = await ask(path, { 'accept-encoding': 'br' })
      expect(asset.status, path).toBe(200)
      expect(asset.headers['content-encoding'], path).toBe('br')
      expect(asset.headers['cache-control']).toContain('immutable')
    }
    expect(text.match(/<link rel="(stylesheet|modulepreload)"(?![^>]*integrity="sha384-)/)).toBeNull()
  })

  it.each([
    ['throw', 'a throw'],
    ['hang', 'an endless wait'],
    ['loop', 'an endless loop'],
    ['memory', 'endless memory'],
  ])('is left to the browser after %s, and the next page is served', async (fault) => {
    const answer = await ask(`/faulty?server=${fault}`)
    expect(answer.status).toBe(200)
    expect(answer.ms).toBeLessThan(1_500)
    expect(answer.text).toContain('class="skeleton"')
    expect(answer.text).toContain(
      `<noscript><meta http-equiv="refresh" content="0; url=/faulty?server=${fault}&amp;_wait=1">`,
    )
    await expect
      .poll(async () => (await ask('/faulty')).text.includes('from the server'), { timeout: 8_000 })
      .toBe(true)
    expect((await ask('/calm')).text).toContain('<h1')
  })

  it('runs without our environment', async () => {
    expect((await ask('/faulty?server=environment')).text).toContain('data-page>{}</div>')
  })

  it('says 503 to a browser without scripts that waited in vain', async () => {
    const answer = await ask('/faulty?server=throw&_wait=1')
    expect(answer.status).toBe(503)
    expect(answer.headers['retry-after']).toBe('2')
  })

  it('cannot end the script that carries its state', async () => {
    const answer = shell.answers.get('CalmItems')
    shell.answers.set('CalmItems', async () => ({
      data: { items: ['</script><script>alert(1)</script>', '<!--'] },
      errors: [],
    }))
    const { text } = await ask('/calm')
    if (answer) shell.answers.set('CalmItems', answer)
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<!--<')
    const settings = /<script type="application\/json" id="page-settings">([^<]*)<\/script>/.exec(text)?.[1]
    expect(JSON.stringify(JSON.parse(String(settings)))).toContain('</script><script>alert(1)</script>')
  })
})

describe('a page that the reader has already', () => {
  it('is not sent again, nor is a content policy that its scripts would not fit', async () => {
    const first = await ask('/calm/a')
    const etag = String(first.headers['etag'])
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
    const again = await ask('/calm/a', { 'if-none-match': `"x", ${etag}`, 'accept-encoding': 'br' })
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag])
    expect(again.headers['content-security-policy']).toBeUndefined()
    expect(again.headers['vary']).toBe(first.headers['vary'])
    expect((await ask('/calm/a', { 'if-none-match': etag }, 'HEAD')).status).toBe(304)
  })
  it.each([
    ['its language', { 'accept-language': 'en' }],
    ['its mode', { cookie: 'sx_mode=dark' }],
    ['its content', {}],
  ])('is sent whole when %s is another', async (what, headers) => {
    const etag = String((await ask('/calm/a')).headers['etag'])
    const answer = shell.answers.get('CalmItems')
    if (what === 'its content')
      shell.answers.set('CalmItems', async () => ({ data: { items: ['new'] }, errors: [] }))
    const again = await ask('/calm/a', { 'if-none-match': etag, ...headers })
    if (answer) shell.answers.set('CalmItems', answer)
    expect(again.status).toBe(200)
    expect(again.headers['content-security-policy']).toContain('nonce-')
    expect(again.headers['etag']).not.toBe(etag)
  })
  it.each([
    ['a status that is not 200', '/calm/none'],
    ['a head that left before the content was known', '/calm'],
  ])('has no tag with %s', async (_what, path) => {
    expect((await ask(path, { 'if-none-match': '*' })).headers['etag']).toBeUndefined()
  })
})

describe('the language of a page', () => {
  it.each([
    ['/calm/a', 'zh-CN'],
    ['/calm/a?lang=en', 'en'],
    ['/?lang=en', 'en'],
    ['/nowhere?lang=en', 'en'],
    ['/calm?lang=xx', 'zh-CN'],
  ])('of %s is %s, in the header as in the text', async (path, language) => {
    const { headers, text } = await ask(path, { 'accept-language': 'zh' })
    expect(headers['content-language']).toBe(language)
    expect(headers['vary']).toContain('Accept-Language')
    expect(text).toContain(`<html lang="${language}"`)
  })
  it('named by the address is led away from by a choice, not by another preference', async () => {
    const led = async (choice: string) =>
      (await ask(`/preferences?${choice}&return=%2Fcalm%3Flang%3Den%26x%3D1`)).headers['location']
    expect(await led('locale=zh-CN')).toBe('/calm?x=1')
    expect(await led('mode=dark')).toBe('/calm?lang=en&x=1')
  })
  it('holds for content that the runtime fetches', async () => {
    expect(JSON.parse((await ask('/_fragment?path=%2F&lang=en')).text)).toMatchObject({
      title: 'Shuxiang',
      canonical: '/',
    })
  })
})

describe('methods, addresses and bodies', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST'])('%s of a page is 405', async (method) => {
    const answer = await ask('/calm', {}, method)
    expect(answer.status).toBe(405)
    expect(answer.headers['allow']).toBe('GET, HEAD')
  })
  it('HEAD has the headers of GET and no body', async () => {
    const answer = await ask('/calm/none', {}, 'HEAD')
    expect(answer.status).toBe(404)
    expect(answer.text).toBe('')
  })
  it.each([
    ['/%E0%A4%A', 400],
    ['/calm/%00', 400],
    ['/_assets/../package.json', 404],
    ['/_assets/..%2f..%2fpackage.json', 404],
    ['/_assets/%2e%2e/%2e%2e/package.json', 404],
    ['/_assets/releases/calm/../../../etc/passwd', 404],
    ['/_assets/shared/current.json', 404],
    ['/_assets/releases/shell/current.json', 404],
    ['/_fragment?path=//evil.example', 404],
    ['/_fragment?path=/nowhere', 404],
    ['/nowhere', 404],
    ['/__proto__', 404],
  ])('%s is %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status)
  })
  it('an address beyond all measure is 414', async () => {
    expect((await ask(`/calm?q=${'x'.repeat(9_000)}`)).status).toBe(414)
  })
  it('a slash too many leads to the page, never to another host', async () => {
    expect((await ask('/calm/')).headers['location']).toBe('/calm')
    for (const path of ['//evil.example/', '///evil.example//', '/\\evil.example/']) {
      const { headers, status } = await ask(path)
      const location = String(headers['location'] ?? '/')
      expect(new URL(location, shell.origin).origin, `${path} ${status}`).toBe(shell.origin)
    }
  })
  it('logs the path, never what was searched', async () => {
    await ask('/calm?filter=secretword', { 'x-request-id': 'probe-12345678' })
    const lines = shell.logged.filter((line) => line.includes('probe-12345678'))
    expect(lines.length).toBe(1)
    expect(lines[0]).not.toContain('secretword')
  })
})

describe('preferences', () => {
  it('are in the first byte of the next page', async () => {
    const { text } = await ask('/calm', { cookie: 'sx_mode=dark; sx_scale=large; sx_locale=en' })
    expect(text).toMatch(/^<!doctype html><html lang="en" data-mode="dark" data-scale="large">/)
    // Who wants texts in one script has what writes them so on its way.
    const { text: written } = await ask('/calm', { cookie: 'sx_script=hant' })
    expect(written).toMatch(/^<!doctype html><html lang="zh-CN" data-script="hant">/)
    expect(written).toMatch(/<link rel="modulepreload" href="\/_assets\/runtime\/script\.[^"]+"/)
    expect((await ask('/calm')).text).not.toMatch(/modulepreload" href="[^"]*script\./)
  })
  it.each([
    ['markup', 'sx_mode="><script>'],
    ['a broken escape', 'sx_mode=%E0%A4%A'],
    ['separators', ';;;=;sx_scale'],
    ['endless', `sx_locale=${'x'.repeat(9_000)}`],
  ])('a broken cookie is ignored: %s', async (_name, cookie) => {
    const { text } = await ask('/calm', { cookie })
    expect(text).toMatch(/^<!doctype html><html lang="zh-CN">/)
  })
  it('are kept by GET and by POST and lead back', async () => {
    const get = await ask('/preferences?mode=contrast&return=%2Fcalm%3Fx%3D1')
    expect(get.status).toBe(303)
    expect(get.headers['location']).toBe('/calm?x=1')
    expect(String(get.headers['set-cookie'])).toContain(
      'sx_mode=contrast; Max-Age=31536000; Path=/; SameSite=Lax',
    )
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const post = await ask('/preferences', form, 'POST', 'mode=auto&locale=en&return=//evil.example')
    expect(post.headers['location']).toBe('/')
    expect(String(post.headers['set-cookie'])).toContain('sx_mode=; Max-Age=0; Path=/')
  })
  it('a form beyond all measure is refused', async () => {
    expect((await ask('/preferences', {}, 'POST', 'x'.repeat(20_000))).status).toBe(413)
  })
})

describe('words of another script', () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    ask(path, headers, 'POST', body)

  it('are told for the texts of an open page, and kept', async () => {
    const asked: unknown[] = []
    shell.answers.set('ScriptWords', async (variables) => {
      asked.push(variables)
      return { data: { scriptWords: '題题' }, errors: [] }
    })
    expect(await post('/_script?to=hans', '題\n目')).toMatchObject({ status: 200, text: '題题' })
    await post('/_script?to=hans', '題\n目')
    expect(asked).toEqual([{ text: '題\n目', script: 'HANS' }])
  })
  it.each([
    ['a script that there is not', '/_script?to=source', '題', {}, 400],
    ['a page of another site', '/_script?to=hans', '題', { 'sec-fetch-site': 'cross-site' }, 403],
    ['more than a page', '/_script?to=hans', '題'.repeat(20_001), {}, 413],
  ])('are refused to %s', async (_, path, body, headers, status) => {
    expect((await post(path, body, headers as Record<string, string>)).status).toBe(status)
  })
  it('are asked for later while the gateway is away', async () => {
    shell.answers.delete('ScriptWords')
    expect((await post('/_script?to=hant', '题')).status).toBe(503)
  })
})

describe('a record at random', () => {
  it('is one of those that may be found here, of the kind that is wanted', async () => {
    const asked: unknown[] = []
    shell.answers.set('RecordAt', async (variables) => {
      asked.push(variables)
      return { data: { search: { totalCount: 3, edges: [{ url: '/item/some' }] } }, errors: [] }
    })
    const { status, headers } = await ask('/random?kind=poem')
    expect([status, headers['location'], headers['cache-control']]).toEqual([303, '/item/some', 'no-store'])
    expect(asked).toHaveLength(2)
    expect(asked[0]).toEqual({ filter: [{ name: 'kind', anyOf: ['poem'] }], offset: 0 })
    expect([0, 1, 2]).toContain(Object(asked[1]).offset)
  })
  it('is none where there is none, where the kind has no name, and while the gateway is away', async () => {
    shell.answers.set('RecordAt', async () => ({
      data: { search: { totalCount: 0, edges: [] } },
      errors: [],
    }))
    expect((await ask('/random')).status).toBe(404)
    expect((await ask('/random?kind=%22%3E')).status).toBe(404)
    shell.answers.delete('RecordAt')
    expect((await ask('/random')).status).toBe(503)
  })
})

describe('builder pages', () => {
  it('the home page stands without a gateway', async () => {
    const { status, text } = await ask('/')
    expect(status).toBe(200)
    expect(text).toContain('data-enhance="search.box.v1"')
  })
  it('say when a part of them could not be had, are not kept then, and do not guess their one address', async () => {
    const settings = async (path: string) =>
      JSON.parse(/id="page-settings">([^<]*)</.exec((await ask(path)).text)?.[1] ?? '{}')
    expect((await settings('/libraries?region=51')).complete).toBe(false)
    const away = await ask('/_fragment?path=%2Flibraries%3Fregion%3D51')
    expect(away.headers['cache-control']).toBe('no-store')
    expect(JSON.parse(away.text)).toMatchObject({ complete: false, canonical: null })
    const region = { id: '51', name: '四川省', label: '四川省', parent: null }
    const libraries = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } }
    const data = { region, regions: [], libraries }
    shell.answers.set('LibraryRegion', async () => ({ data, errors: [] }))
    expect((await settings('/libraries?region=51')).complete).toBe(true)
    const there = JSON.parse((await ask('/_fragment?path=%2Flibraries%3Fregion%3D51')).text)
    expect(there).toMatchObject({ complete: true, canonical: '/libraries?region=51' })
    shell.answers.delete('LibraryRegion')
  })
  it('their content alone is given to the runtime', async () => {
    const { headers, text } = await ask('/_fragment?path=%2F')
    expect(headers['content-type']).toContain('json')
    expect(JSON.parse(text).html).toContain('<h1')
  })
  it('an unknown path is 503 while nobody can know', async () => {
    const answer = shell.answers.get('PortalPage')
    shell.answers.delete('PortalPage')
    expect((await ask('/somewhere')).status).toBe(503)
    expect((await ask('/')).status).toBe(200)
    if (answer) shell.answers.set('PortalPage', answer)
  })
})

describe('documents beside a page', () => {
  it.each([
    ['/calm/r1.bib', {}, 200, 'application/x-bibtex; charset=utf-8'],
    ['/calm/r1', { accept: 'application/ld+json' }, 200, 'application/ld+json; charset=utf-8'],
    ['/calm/r1', { accept: 'text/html' }, 200, 'text/html; charset=utf-8'],
    ['/calm/none.bib', {}, 404, 'text/plain; charset=utf-8'],
    ['/calm/gone.jsonld', {}, 410, 'text/plain; charset=utf-8'],
    ['/calm/throws.bib', {}, 503, 'text/plain; charset=utf-8'],
  ])('%s with %j is %i', async (path, headers, status, type) => {
    const answer = await ask(path, headers)
    expect([answer.status, answer.headers['content-type']]).toEqual([status, type])
    expect(answer.headers['retry-after'] === undefined).toBe(status !== 503)
  })
  it('are made by the microfrontend of the page, with the query as it came', async () => {
    const { text, headers } = await ask('/calm/%E9%9D%99.bib?part=2')
    expect(text).toMatch(/^bib of 静\?part=2/)
    expect(headers['content-disposition']).toBe('attachment; filename="___.._x.bib"')
    expect((await ask('/calm/a.jsonld')).headers['content-disposition']).toBeUndefined()
  })
  it.each(['br', 'gzip'])('leave compressed by %s and are not sent twice', async (coding) => {
    for (const path of ['/calm/r1.bib', '/calm/r1.jsonld']) {
      const { headers } = await ask(path, { 'accept-encoding': coding })
      expect(headers['content-encoding'], path).toBe(coding)
      expect(headers['vary']).toContain('Accept-Encoding')
      expect((await ask(path, { 'if-none-match': String(headers['etag']) })).status).toBe(304)
    }
  })
})

describe('what others ask for', () => {
  it.each(['/health', '/healthz', '/health/ready', '/readyz', '/health?x=1'])(
    '%s is answered as the readiness of the gateway',
    async (path) => {
      expect((await ask(path)).text).toBe(path === '/health?x=1' ? '/health/ready?x=1' : '/health/ready')
    },
  )
  it('a slash behind a health address is one too many', async () => {
    expect((await ask('/healthz/')).headers['location']).toBe('/healthz')
  })
  it('the picture of a shared link may be shown by other sites', async () => {
    const { text } = await ask('/calm/a')
    const place = /property="og:image" content="http:\/\/portal\.test([^"]+)"/.exec(text)?.[1]
    const picture = await ask(String(place))
    expect(picture.headers['content-type']).toBe('image/png')
    expect(picture.headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect((await ask(String(place), {}, 'HEAD')).text).toBe('')
  })
})
