#pragma once

#include <string>

#include "formats/model/standard.h"
#include "tests/formats/exchange/tables/doc.h"

/// A made-up standard of a made-up occupation, 量具检修工, as people type one.
namespace tiku::formats::test {

inline std::vector<DocCell> workHead() {
  return words({"职业功能", "工作内容", "技能要求", "相关知识要求"});
}

/// Cover, chapters 1 and 2.
inline Doc& gaugesBegin(Doc& doc, const std::string& edition = "2023年版") {
  return doc.say("国家职业标准")
      .say("职业编码：6-99-99-02")
      .say("量具检修工")
      .say("（" + edition + "）")
      .say("某某部 制定")
      .say("说 明")
      .say("为规范从业者的从业行为，编写本标准。")
      .say("1 职业概况")
      .say("1.1 职业名称")
      .say("量具检修工")
      .say("1.2 职业技能等级")
      .say("本职业设两个等级，分别为：四级/中级工、三级/高级工。")
      .say("1.3 职业技能评价要求")
      .say("1.3.1 申报条件")
      .say("——具备以下条件之一者，可申报四级/中级工：")
      .say("（1）从事本职业满 5 年。")
      .say("2 基本要求")
      .say("2.1 职业道德")
      .say("2.1.1 职业守则")
      .say("（1）爱护量具。")
      .say("（2）数据真实。")
      .say("2.2 基础知识")
      .say("2.2.1 计量基础知识")
      .say("（1）单位换算。")
      .say("3 工作要求")
      .say("本标准对四级/中级工、三级/高级工的技能要求和相关知识要求依次递进，高级别涵盖低级别的要求。");
}

/// 3.1, with one function merged over its two contents.
inline Doc& gaugesFour(Doc& doc) {
  return doc.say("3.1 四级/中级工")
      .table({workHead(),
              {cell("1. 检修准备"), cell("1.1 场地准备"), cell("1.1.1 能检查温度\n1.1.2 ★能断开电源"),
               cell("1.1.1 环境条件知识\n1.1.2 用电安全知识")},
              {merged(), cell("1.2 器具准备"), cell("1.2.1 能选用量块\n1.2.2 能清洗量具"),
               cell("1.2.1 量块知识")},
              words({"2. 卡尺检修", "2.1 外观检修", "2.1.1 能修磨量爪\n2.1.2 能调整尺框",
                     "2.1.1 量爪修磨方法\n2.1.2 尺框调整方法"})});
}

/// 3.2.
inline Doc& gaugesThree(Doc& doc) {
  return doc.say("3.2 三级/高级工")
      .table({workHead(), words({"1. 千分尺检修", "1.1 零位检修", "1.1.1 能校对零位\n1.1.2 能更换测头",
                                 "1.1.1 零位校对方法\n1.1.2 测头更换方法"})});
}

/// Chapter 4; `ethics` is the share of 职业道德 at 四级.
inline Doc& gaugesWeights(Doc& doc, const std::string& ethics = "5") {
  return doc.say("4 权重表")
      .say("4.1 理论知识权重表")
      .table({{cell("项目", 2), cell("四级/中级工（%）"), cell("三级/高级工（%）")},
              words({"基本要求", "职业道德", ethics, "5"}),
              {merged(), cell("基础知识"), cell("25"), cell("15")},
              words({"相关知识要求", "检修准备", "30", "—"}),
              {merged(), cell("卡尺检修"), cell("40"), cell("―")},
              {merged(), cell("千分尺检修"), cell(""), cell("80")},
              {cell("合计", 2), cell("100"), cell("100")}})
      .say("4.2 技能要求权重表")
      .table({{cell("项目", 2), cell("四级/中级工（%）"), cell("三级/高级工（%）")},
              words({"技能要求", "检修准备", "40", "－"}),
              {merged(), cell("卡尺检修"), cell("60"), cell("-")},
              {merged(), cell("千分尺检修"), cell("/"), cell("100")},
              {cell("合计", 2), cell("100"), cell("100")}});
}

inline Document gauges(const std::string& edition = "2023年版") {
  Doc doc("标准.docx");
  gaugesBegin(doc, edition);
  gaugesFour(doc);
  gaugesThree(doc);
  return gaugesWeights(doc);
}

inline Bank gaugesBank() {
  return emptyBank({*Level::of(4), *Level::of(3)}, "量具检修工");
}

/// A whole level in one line a content: "检修准备>场地准备: 能检查温度, 能断开电源★ / 环境条件知识, ...".
inline std::string outline(const Standard& standard, int level) {
  const LevelRequirements* requirements = standard.at(*Level::of(level));
  if (requirements == nullptr) return "没有这个等级";
  std::string text;
  const auto column = [&text](const std::vector<Requirement>& entries) {
    for (const Requirement& entry : entries)
      text += (&entry == &entries.front() ? "" : ", ") + entry.text + (entry.critical ? "★" : "");
  };
  for (const Function& function : requirements->functions) {
    for (const WorkContent& content : function.contents) {
      text += function.name + ">" + content.name + ": ";
      column(content.skills);
      text += " / ";
      column(content.knowledge);
      text += "\n";
    }
    if (function.contents.empty()) text += function.name + ">\n";
  }
  return text;
}

/// "职业道德 四级5 三级5", one row a line.
inline std::string outline(const std::vector<WeightRow>& rows) {
  std::string text;
  for (const WeightRow& row : rows) {
    text += row.kind == WeightRow::Kind::kFunction ? "" : "*";
    text += row.name;
    for (auto share = row.weights.rbegin(); share != row.weights.rend(); ++share)
      text += " " + std::string(share->first.name()) + share->second.str();
    text += "\n";
  }
  return text;
}

inline ImportOptions asStandard() {
  ImportOptions options;
  options.kind = ImportKind::kStandard;
  return options;
}

/// What is unclear, one place a line.
inline std::string doubtsOf(const ImportReport& report) {
  std::string text;
  for (const SourceVerdict& row : report.rows) {
    if (row.verdict == Verdict::kUnclear) text += row.at + "：" + row.reason + "\n";
  }
  return text;
}

}  // namespace tiku::formats::test
