// Names by which books in English call the best known persons, where Hanyu pinyin does not give them.
//
// Names are facts. Those in Wade-Giles stand so in Herbert A. Giles, A Chinese Biographical Dictionary (1898), and in
// Bynner and Kiang, The Jade Mountain (1929); Confucius and Mencius in Legge, The Chinese Classics (1861); emperors as
// works of reference name them. Most of them only find a person; one with a star is what everybody who writes in English
// says, and is told as the person's foreign name.

/** Name and age of the catalogue, then the names, each with its marks; `*` before one that is told. */
const list = `
孔子 xianqin: *Confucius, K'ung Tzŭ, K'ung Fu-tzŭ
孟子 xianqin: *Mencius, Mêng Tzŭ
曾子 xianqin: Tsêng Tzŭ, Tseng Shen
子思 xianqin: Tzŭ Ssŭ
屈原 xianqin: Ch'ü Yüan
曹操 han: Ts'ao Ts'ao
太宗皇帝 tang: *Emperor Taizong of Tang, Tang Taizong, T'ang T'ai-tsung
明皇帝 tang: *Emperor Xuanzong of Tang, Tang Xuanzong, Ming Huang, T'ang Hsüan-tsung
则天皇后 tang: *Empress Wu Zetian, Wu Zetian, Empress Wu, Wu Tse-t'ien
骆宾王 tang: Lo Pin-wang
王勃 tang: Wang Po
宋之问 tang: Sung Chih-wên
沈佺期 tang: Shên Ch'üan-ch'i
贺知章 tang: Ho Chih-chang
陈子昂 tang: Ch'ên Tzŭ-ang
张九龄 tang: Chang Chiu-ling
王之涣 tang: Wang Chih-huan
孟浩然 tang: Mêng Hao-jan
王昌龄 tang: Wang Ch'ang-ling
李白 tang: Li Po, Li T'ai-po, Li Pai
高适 tang: Kao Shih
崔颢 tang: Ts'ui Hao
刘长卿 tang: Liu Ch'ang-ch'ing
杜甫 tang: Tu Fu
岑参 tang: Ts'ên Shên, Ts'ên Ts'an
张继 tang: Chang Chi
皎然 tang: Chiao-jan
韩翃 tang: Han Hung
李益 tang: Li I
孟郊 tang: Mêng Chiao
薛涛 tang: Hsüeh T'ao
韩愈 tang: Han Yü
刘禹锡 tang: Liu Yü-hsi
白居易 tang: Po Chü-i, Bo Juyi, Po Lo-t'ien
柳宗元 tang: Liu Tsung-yüan
元稹 tang: Yüan Chên
贾岛 tang: Chia Tao
李贺 tang: Li Ho
杜牧 tang: Tu Mu
温庭筠 tang: Wên T'ing-yün
李商隐 tang: Li Shang-yin
罗隐 tang: Lo Yin
韦庄 tang: Wei Chuang
鱼玄机 tang: Yü Hsüan-chi
寒山 tang: Han Shan, Cold Mountain
拾得 tang: Shih-tê
李煜 tang: Li Yü, Li Hou-chu
柳永 song: Liu Yung
范仲淹 song: Fan Chung-yen
晏殊 song: Yen Shu
欧阳修 song: Ou-yang Hsiu
苏洵 song: Su Hsün
邵雍 song: Shao Yung
司马光 song: Ssŭ-ma Kuang
王安石 song: Wang An-shih
苏轼 song: Su Shih, Su Tung-p'o
苏辙 song: Su Ch'ê
黄庭坚 song: Huang T'ing-chien
秦观 song: Ch'in Kuan
周邦彦 song: Chou Pang-yen
李清照 song: Li Ch'ing-chao
宋徽宗 song: *Emperor Huizong of Song, Sung Hui-tsung
岳飞 song: Yüeh Fei
范成大 song: Fan Ch'êng-ta
杨万里 song: Yang Wan-li
朱熹 song: Chu Hsi
辛弃疾 song: Hsin Ch'i-chi
姜夔 song: Chiang K'uei
文天祥 song: Wên T'ien-hsiang
关汉卿 yuan: Kuan Han-ch'ing
马致远 yuan: Ma Chih-yüan
纳兰性德 qing: Na-lan Hsing-tê
`

const byPerson = new Map(
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [person = '', names = ''] = line.split(': ')
      const [name = '', age = ''] = person.split(' ')
      return [`${age} ${name}`, names.split(', ')] as const
    }),
)

/** Each as printed, and as a keyboard without marks has it: Po Chü-i, Po Chu-i. */
function waysToType(name: string): readonly string[] {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f']/g, '')
  return plain === name ? [name] : [plain, name]
}

/** What stands before a name that is told. */
const told = /^\*/

function namesOf(name: string, age: string): readonly string[] {
  return byPerson.get(`${age} ${name}`) ?? []
}

/** The name by which English knows the person, where that is no pinyin: Confucius. Null for nearly all. */
export function usualEnglishName(name: string, age: string): string | null {
  return (
    namesOf(name, age)
      .find((each) => told.test(each))
      ?.replace(told, '') ?? null
  )
}

/** Names in English of a person, the usual one first; empty for most. */
export function englishNames(name: string, age: string): readonly string[] {
  return namesOf(name, age).flatMap((each) => waysToType(each.replace(told, '')))
}

/** Every person of the list, `age name`. */
export function personsNamedInEnglish(): readonly string[] {
  return [...byPerson.keys()]
}
