#include "workflows/compare/change_record_words.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace tiku::workflows {

RecordWords::RecordWords(const ChangeRecord& record) {
  const std::string occupation = record.occupation.empty() ? record.bank : record.occupation;
  title = occupation + "题库修改记录";
  const std::string from = record.from.empty() ? "建立题库" : "版本 " + record.from;
  range = fmt::format("自{}起，至{}止", from, record.to.empty() ? "现在" : "版本 " + record.to);
  std::set<std::string> people;
  std::size_t checkIns = 0;
  std::size_t objects = 0;
  for (const RecordedChange& change : record.changes) {
    objects += change.difference.objects.size();
    for (const auto& renumbering : change.difference.renumberings) objects += renumbering.codes.size();
    if (!change.revision) continue;
    ++checkIns;
    people.insert(change.revision->author.name);
  }
  head.push_back(fmt::format("题库：{}　　单位：{}", record.bank,
                             record.institution.empty() ? "________" : record.institution));
  head.push_back(
      fmt::format("范围：{}。签入 {} 次，{} 人，内容 {} 处。", range, checkIns, people.size(), objects));
  columns = {"序号", "日期", "内容", "类别", "修改前", "修改后", "原因", "修改人", "批准人（签字）"};
  notes = {"注：1. 加下划线的是改动的字词；较长的文字只列改动的前后。原因是签入时写的说明。",
           "2. "
           "依据《职业技能鉴定国家题库地市级分库暂行评估标准》二（二）：对自行命制试题、试卷的情况，以及对国"
           "家题库试题"
           "内容所作的修改、补充、删减，进行记录并及时报备。",
           "3. "
           "《贵州省职业技能等级认定题库管理实施细则》第十八条（四）：未经授权，不得修改、删减已入库试题。批"
           "准人由授权的人签字。"};
  nothing = "这一范围内没有修改。";
}

}  // namespace tiku::workflows
