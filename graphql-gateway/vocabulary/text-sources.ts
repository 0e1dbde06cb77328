// Collections and anthologies in which a text is handed down. One that this table does not have goes by its own name.
import { words, type Entry } from './words.ts'

export const textSources = [
  { id: 'quantangshi', words: words('全唐诗', 'Complete Tang Poems') },
  { id: 'quansongshi', words: words('全宋诗', 'Complete Song Poems') },
  { id: 'quansongci', words: words('全宋词', 'Complete Song Lyrics') },
  { id: 'huajianji', words: words('花间集', 'Among the Flowers') },
  { id: 'nantang', words: words('南唐二主词', 'Lyrics of the Two Rulers of Southern Tang') },
  { id: 'yuanqu', words: words('元曲', 'Yuan Arias') },
  { id: 'caocaoshiji', words: words('曹操诗集', 'Poems of Cao Cao') },
  { id: 'nalan', words: words('纳兰性德诗集', 'Lyrics of Nalan Xingde') },
  { id: 'tangshisanbaishou', words: words('唐诗三百首', 'Three Hundred Tang Poems') },
  { id: 'songcisanbaishou', words: words('宋词三百首', 'Three Hundred Song Lyrics') },
  { id: 'qianjiashi', words: words('千家诗', 'Poems of a Thousand Masters') },
  { id: 'shuimotangshi', words: words('水墨唐诗', 'Tang Poems in Ink') },
] as const satisfies readonly Entry[]
