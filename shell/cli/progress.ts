// Progress with times on a terminal; plain lines where there is none.

export interface Progress {
  /** A step begins; the one before is done. */
  step(text: string): void
  /** How far a counted work is. */
  measure(text: string, done: number, total: number): void
  /** The running step is done; the sentence stays. */
  done(text: string): void
  /** A sentence beside the progress. */
  say(text: string): void
  clear(): void
}

const WIDTH = 24

export function createProgress(out: NodeJS.WriteStream): Progress {
  const live = out.isTTY === true
  let current: { text: string; began: number } | null = null
  let timer: NodeJS.Timeout | null = null
  let tenth = -1

  const clearLine = () => live && out.write('\r\x1b[K')
  const draw = () => {
    if (current === null) return
    clearLine()
    out.write(`${current.text}  ${((Date.now() - current.began) / 1000).toFixed(0)} s`)
  }
  const end = () => {
    if (timer !== null) clearInterval(timer)
    timer = null
    current = null
    clearLine()
  }
  const line = (text: string) => {
    clearLine()
    out.write(`${text}\n`)
  }
  return {
    step(text) {
      end()
      if (!live) return line(text)
      current = { text, began: Date.now() }
      timer = setInterval(draw, 250)
      timer.unref()
      draw()
    },
    measure(text, done, total) {
      const share = total > 0 ? Math.min(1, done / total) : 0
      const counts = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
      if (live) {
        end()
        const full = Math.round(share * WIDTH)
        out.write(`${text}  ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}  ${counts}`)
      } else if (Math.floor(share * 10) !== tenth) {
        tenth = Math.floor(share * 10)
        line(`${text}: ${counts}`)
      }
    },
    done(text) {
      end()
      line(text)
    },
    say(text) {
      line(text)
      draw()
    },
    clear: end,
  }
}
