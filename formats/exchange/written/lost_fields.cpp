#include "formats/exchange/written/lost_fields.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/compare/members.h"

namespace tiku::formats::written {

void tellLosses(const TheoryItem& item, const TheoryItem& readBack, Losses& losses) {
  TheoryItem plain = item;
  plain.extras = {};
  plain.source.extras = {};
  for (ScoringPoint& point : plain.scoring) point.extras = {};
  if (plain.extras != item.extras || plain.source != item.source || plain.scoring != item.scoring)
    losses.add(item, say("更新版本的程序添加的内容没有写出。"));
  const TheoryItem* kind = nullptr;
  members::each(kind, [&](const char*, const char* word, auto member, auto...) {
    if (plain.*member == readBack.*member) return;
    losses.add(item, say("“{field}”里有这种文件写不下的内容，读回来会不同（空段落、控制字符、"
                         "放不进文件的图片、不能还原的公式写法等）；导入本题库时，没有改动的字段保持原样。",
                         "field"_a = translate(word)));
  });
}

void tellLosses(const ItemSet& set, const ItemSet& readBack, const TheoryItem& first, Losses& losses) {
  if (!set.extras.empty() || !set.source.extras.empty())
    losses.add(first, say("更新版本的程序添加的内容没有写出。"));
  if (set.source.file != readBack.source.file || set.source.at != readBack.source.at)
    losses.add(first, say("题组来自哪个文件的哪一处，没有写出。"));
  if (set.stem == readBack.stem && set.options == readBack.options) return;
  losses.add(first,
             say("题组共用的内容里有这种文件写不下的，读回来会不同；导入本题库时，没有改动的保持原样。"));
}

}  // namespace tiku::formats::written
