/** Pairs decided by a look at the lines where they meet, against what the counts alone would say. */

/** One word in two spellings of the editions, though neither table has the pair or the counts are divided. */
export const JUDGED_SAME: Readonly<Record<string, string>> = {
  凰皇: '鳳凰 and 鳳皇; 凰 stands nowhere else',
  樽尊: '金樽 and 金尊, the cup',
  栏阑: '欄干 and 闌干; nothing else is written 夜栏',
  唯惟: '唯有 and 惟有, "only"',
  袅褭: '裊裊 and 褭褭',
  莺鶑: 'a glyph of 鶯',
  盘磐: '盤石 and 磐石',
  滚衮: '滾滾 and 袞袞, of a river',
  展辗: '展轉 and 輾轉',
}

/** Different words that a table or a few misreadings link. */
export const JUDGED_DIFFERENT: Readonly<Record<string, string>> = {
  他它: 'he and it; only 他山 is 它山',
  弁辩: 'cap and dispute; one through the Japanese form of the other',
  他牠: '牠 is it, and he only by a table',
  钖锡: 'an ornament of harness and tin',
  丰䒠: 'misreadings of one line',
  蚡里: 'misreadings of one line',
  咦唾: 'misreadings of one line',
  聩重: 'misreadings of one line',
  踜蹭: 'two words for stumbling',
  笞籉: 'misreadings of one line',
  佳隹: 'good and bird',
  刺藾: 'misreadings of one line',
}
