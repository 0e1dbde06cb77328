/** An nginx of its own over files that were packed before: one process, in a folder for temporary files, on the loopback. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@shuxiang/process/free-port'

export interface StaticFile {
  readonly path: string
  readonly plain: Buffer
  readonly gzip: Buffer
}

export interface Nginx {
  readonly port: number
  readonly pid: number
  close(): Promise<void>
}

const PROGRAMS = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx']
const PATIENCE_MS = 5_000

/** Null: there is none here. `headers`: sent with every file. */
export async function startNginx(
  files: readonly StaticFile[],
  headers: ReadonlyMap<string, string>,
): Promise<Nginx | null> {
  const program = PROGRAMS.find((name) => spawnSync(name, ['-v']).status === 0)
  if (program === undefined) return null
  const prefix = mkdtempSync(join(tmpdir(), 'shuxiang-nginx-'))
  const port = await freePort()
  for (const { path, plain, gzip } of files) {
    const file = join(prefix, 'files', path, 'index.html')
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, plain)
    writeFileSync(`${file}.gz`, gzip)
  }
  writeFileSync(join(prefix, 'nginx.conf'), configuration(port, headers))
  const args = ['-p', prefix, '-c', 'nginx.conf', '-e', 'error.log']
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const kill = (): boolean => child.kill('SIGKILL')
  process.once('exit', kill)
  const close = async (): Promise<void> => {
    process.off('exit', kill)
    if (child.exitCode === null && child.kill('SIGQUIT')) {
      const late = setTimeout(kill, PATIENCE_MS)
      await once(child, 'exit')
      clearTimeout(late)
    }
    rmSync(prefix, { recursive: true, force: true })
  }
  for (const until = performance.now() + PATIENCE_MS; !(await listens(port)); await pause(20))
    if (child.exitCode !== null || performance.now() > until) {
      await close()
      throw new Error('nginx does not listen.')
    }
  return { port, pid: child.pid ?? 0, close }
}

/** As many requests a connection as the shell answers, and a line in a log for each, as it writes. */
function configuration(port: number, headers: ReadonlyMap<string, string>): string {
  const quoted = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${name};`,
  )
  return `
daemon off;
master_process off;
pid nginx.pid;
events { worker_connections 1024; }
http {
  ${folders.join('\n  ')}
  access_log access.log;
  server_tokens off;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=1000 inactive=60s;
  keepalive_requests 1000;
  types { }
  default_type ${quoted(headers.get('content-type') ?? 'text/html')};
  server {
    listen 127.0.0.1:${port};
    root files;
    gzip_static on;
    add_header x-request-id $request_id;
    ${[...headers].flatMap(([name, value]) => (name === 'content-type' ? [] : [`add_header ${name} ${quoted(value)};`])).join('\n    ')}
    location / { try_files $uri/index.html =404; }
  }
}
`
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
