/**
 * Famous lines with how the characters in them are read that have several readings: facts, as school editions give
 * them. A line, then each such character with its syllable, in the order in which they stand.
 */
export const FAMOUS_LINES = `
千里江陵一日還 還huán
奔流到海不復還 還huán
不破楼兰终不还 还huán
羌笛一聲催淚下，古來征戰幾人還 幾jǐ 還huán
一尊还酹江月 还huán
乍暖还寒时候 还huán
春风又绿江南岸，明月何时照我还 还huán
飞鸟相与还 相xiāng 还huán
还来就菊花 还huán
返景入深林 景yǐng
燕然未勒归无计 燕yān
萧关逢候骑，都护在燕然 骑jì 都dū 燕yān
旧时王谢堂前燕 燕yàn
燕草如碧丝 燕yān
曲項向天歌 曲qū
九曲黄河万里沙 曲qū
曲终收拨当心画 曲qǔ 当dāng
朝辭白帝彩雲間 朝zhāo 間jiān
朝如青丝暮成雪 朝zhāo
渭城朝雨浥轻尘 朝zhāo
朝闻道，夕死可矣 朝zhāo
凌晨过骊山，御榻在嵽嵲 过guò
山重水複疑無路 重chóng
輕舟已過萬重山 過guò 重chóng
花重锦官城 重zhòng
君子不重则不威 重zhòng
不知天上宮闕 闕què
風煙望五津，城闕輔三秦 闕què
學而時習之，不亦說乎 說yuè
有朋自远方来，不亦乐乎 乐lè
人不知而不愠，不亦君子乎 不bù
其爲人也孝弟 弟tì
巧言令色，鲜矣仁 鲜xiǎn
其為仁之本與 為wéi 與yú
求之与，抑与之与 与yú 与yǔ 与yú
弟子入則孝，出則弟 弟dì 弟tì
與朋友交而不信乎 與yǔ
知者乐水，仁者乐山 乐yào 乐yào
白日依山尽 尽jìn
夕阳西下，断肠人在天涯 断duàn
远上寒山石径斜 斜xié
少小离家老大回 少shào
一骑红尘妃子笑 骑jì
东方千余骑，夫婿居上头 骑jì 夫fū
為有源頭活水來 為wèi
问渠那得清如许 得dé
天接云涛连晓雾，星河欲转千帆舞 转zhuǎn
长河落日圆 长cháng 落luò
风吹草低见牛羊 见xiàn
采菊东篱下，悠然见南山 见jiàn
路转溪桥忽见 见xiàn
應憐屐齒印蒼苔 應yīng
不应有恨，何事长向别时圆 应yīng 长cháng
春蚕到死丝方尽 尽jìn
相見時難別亦難 相xiāng 見jiàn 難nán 難nán
两朝开济老臣心 朝cháo
停车坐爱枫林晚 车chē
塞下秋来风景异 塞sài 景jǐng
千嶂里，长烟落日孤城闭 长cháng
三顾频烦天下计 天tiān
月落烏啼霜滿天，夜泊 泊bó
浑欲不胜簪 胜shēng
高处不胜寒 处chù 胜shēng
浅草才能没马蹄 没mò
平明寻白羽，没在石棱中 没mò 中zhōng
两个黄鹂鸣翠柳，一行白鹭上青天 行háng
孤舟蓑笠翁 翁wēng
三人行，必有我师焉 行xíng
空山新雨後 空kōng 雨yǔ
遥看瀑布挂前川 看kàn
西塞山前白鹭飞 塞sài
玉人何处教吹箫 处chù 教jiāo
但使龍城飛將在，不教胡馬度陰山 將jiàng 教jiāo
温故而知新，可以为师矣 为wéi
逝者如斯夫 夫fú
更上一层楼 更gèng
三更灯火五更鸡 更gēng 更gēng
浅浅流石濑 浅jiān
弹琴复长啸 弹tán 长cháng
青青子衿，悠悠我心 衿jīn
将子无怒 将qiāng
窈窕淑女，君子好逑 好hǎo
怒发冲冠 发fà 冠guān
白髮三千丈 髮fà
可怜九月初三夜 可kě
可汗大点兵 可kè 汗hán
阿爷无大儿 阿ā
燕歌行 行xíng
商人重利轻别离 重zhòng
为伊消得人憔悴 为wèi
烽火连三月，家书抵万金 家jiā
回看射雕处，千里暮云平 看kàn 处chù
`
