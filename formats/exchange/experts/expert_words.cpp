#include "formats/exchange/experts/expert_words.h"

#include <algorithm>
#include <array>

#include "formats/exchange/tables/cells.h"

namespace tiku::formats::experts {
namespace {

struct Head {
  std::string_view word;
  ExpertField field;
};

// The first that the head holds counts, so the longer and rarer stand before the shorter.
constexpr std::array kHeads{
    Head{"姓名", ExpertField::kName},        Head{"回避", ExpertField::kAvoidance},
    Head{"聘书", ExpertField::kCertificate}, Head{"证书", ExpertField::kCertificate},
    Head{"截止", ExpertField::kUntil},       Head{"有效期", ExpertField::kUntil},
    Head{"聘期止", ExpertField::kUntil},     Head{"期满", ExpertField::kUntil},
    Head{"聘任", ExpertField::kAppointed},   Head{"聘用日期", ExpertField::kAppointed},
    Head{"聘期", ExpertField::kAppointed},   Head{"入库", ExpertField::kAppointed},
    Head{"职称", ExpertField::kTitle},       Head{"技能等级", ExpertField::kLevel},
    Head{"职业资格", ExpertField::kLevel},   Head{"类别", ExpertField::kKind},
    Head{"类型", ExpertField::kKind},        Head{"单位", ExpertField::kInstitution},
    Head{"机构", ExpertField::kInstitution}, Head{"专业", ExpertField::kFields},
    Head{"职业", ExpertField::kFields},      Head{"领域", ExpertField::kFields},
    Head{"工种", ExpertField::kFields}};

bool has(const std::string& text, std::string_view word) {
  return text.find(word) != std::string::npos;
}

bool hasAny(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return has(text, word); });
}

}  // namespace

std::optional<ExpertField> fieldOfHead(std::string_view text) {
  const std::string head = tables::squeezed(text);
  // A head is a label; longer words are a sentence that happens to hold one.
  constexpr std::size_t kLongest = 60;
  if (head.empty() || head.size() > kLongest) return std::nullopt;
  const auto found = std::ranges::find_if(kHeads, [&](const Head& one) { return has(head, one.word); });
  return found == kHeads.end() ? std::nullopt : std::optional(found->field);
}

bool isSerialHead(std::string_view text) {
  const std::string head = tables::squeezed(text);
  return head == "序号" || head == "编号" || head == "No" || head == "No.";
}

std::optional<Expert::Kind> kindOf(std::string_view text) {
  const std::string words = tables::squeezed(text);
  const bool content = has(words, "内容");
  const bool method = has(words, "方法");
  if (content == method) return std::nullopt;
  return content ? Expert::Kind::kContent : Expert::Kind::kMethod;
}

std::optional<ExpertTitle> titleOf(std::string_view text) {
  const std::string words = tables::squeezed(text);
  // 实习指导教师 has its own ladder: 一级 is 中级, 二级 and 三级 are 初级.
  if (has(words, "实习指导教师")) {
    if (has(words, "正高级")) return ExpertTitle::kSenior;
    if (has(words, "高级")) return ExpertTitle::kAssociate;
    return has(words, "一级") ? ExpertTitle::kIntermediate : ExpertTitle::kJunior;
  }
  if (hasAny(words, {"副高", "副教授", "副研究员"})) return ExpertTitle::kAssociate;
  if (hasAny(words, {"正高", "教授级", "教授"})) return ExpertTitle::kSenior;
  if (has(words, "助理") || has(words, "技术员") || has(words, "初级职称")) return ExpertTitle::kJunior;
  if (has(words, "研究员")) return ExpertTitle::kSenior;
  const bool profession =
      hasAny(words, {"工程师", "讲师", "经济师", "会计师", "农艺师", "工艺师", "教师", "实验师"});
  if (has(words, "高级职称") || (has(words, "高级") && profession)) return ExpertTitle::kAssociate;
  if (has(words, "中级职称") || words == "中级" || profession) return ExpertTitle::kIntermediate;
  if (words == "高级") return ExpertTitle::kAssociate;
  if (words == "初级") return ExpertTitle::kJunior;
  return std::nullopt;
}

std::optional<Level> levelOf(std::string_view text) {
  const std::string words = tables::squeezed(text);
  if (const auto level = Level::parse(words)) return level;
  struct Name {
    std::string_view word;
    int number;
  };
  // 高级技师 before 技师, 技师 before 高级工 in "高级工技师".
  static constexpr std::array kNames{
      Name{"高级技师", 1}, Name{"技师", 2}, Name{"高级工", 3}, Name{"中级工", 4}, Name{"初级工", 5},
      Name{"一级", 1},     Name{"二级", 2}, Name{"三级", 3},   Name{"四级", 4},   Name{"五级", 5}};
  // 高级工程师 is no 高级工, 一级实习指导教师 no 一级.
  if (titleOf(text) && !hasAny(words, {"技师"})) return std::nullopt;
  for (const Name& name : kNames) {
    if (has(words, name.word)) return Level::of(name.number);
  }
  return std::nullopt;
}

std::vector<std::string> listOf(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kMarks{"、", "，", "；", ",", ";", "/", "\n", "／"};
  std::vector<std::string> parts;
  std::string part;
  const auto end = [&] {
    std::string tidied = tables::tidy(part);
    if (!tidied.empty()) parts.push_back(std::move(tidied));
    part.clear();
  };
  while (!text.empty()) {
    const auto mark = std::ranges::find_if(kMarks, [&](std::string_view m) { return text.starts_with(m); });
    if (mark == kMarks.end()) {
      part += text.front();
      text.remove_prefix(1);
    } else {
      end();
      text.remove_prefix(mark->size());
    }
  }
  end();
  return parts;
}

}  // namespace tiku::formats::experts
