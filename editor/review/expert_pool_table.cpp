#include "editor/review/expert_pool_table.h"

#include <algorithm>

#include "editor/review/review_words.h"
#include "editor/widgets/cell_words.h"
#include "formats/base/say.h"
#include "formats/compare/print.h"
#include "formats/exchange/experts/expert_words.h"

namespace tiku::editor {

using formats::Avoidance;
using formats::Date;
using formats::Expert;
using formats::Experts;
using formats::ExpertWork;
using formats::say;
using formats::operator""_a;

namespace {

/// Parts that are written one behind the other: "甲学院（曾任教）；乙公司".
std::vector<std::string> semicolonParts(const std::string& line) {
  std::vector<std::string> parts;
  std::string part;
  const auto end = [&] {
    part = oneLine(part);
    if (!part.empty()) parts.push_back(part);
    part.clear();
  };
  for (std::size_t i = 0; i < line.size();) {
    if (line.compare(i, 3, "；") == 0) {
      end();
      i += 3;
    } else if (line[i] == ';') {
      end();
      ++i;
    } else {
      part += line[i++];
    }
  }
  end();
  return parts;
}

/// "words（in brackets）" taken apart.
std::pair<std::string, std::string> withoutBrackets(const std::string& words) {
  const std::string open = "（";
  const std::string close = "）";
  const auto at = words.find(open);
  if (at == std::string::npos || !words.ends_with(close)) return {words, {}};
  return {oneLine(words.substr(0, at)),
          words.substr(at + open.size(), words.size() - at - open.size() - close.size())};
}

std::string bracketed(const std::string& words, const std::string& more) {
  return more.empty() ? words : words + "（" + more + "）";
}

template <typename T, typename Words>
std::string joined(const std::vector<T>& parts, const char* between, const Words& words) {
  std::string line;
  for (const T& part : parts) line += (line.empty() ? "" : between) + words(part);
  return line;
}

std::string workLine(const ExpertWork& work) {
  const std::string day = dateText(work.on);
  return bracketed(day.empty() ? work.text : day + " " + work.text, work.rating);
}

std::vector<Avoidance> avoidancesOf(const std::string& line) {
  std::vector<Avoidance> avoidances;
  for (const std::string& part : semicolonParts(line)) {
    auto [institution, reason] = withoutBrackets(part);
    avoidances.push_back({std::move(institution), std::move(reason), {}});
  }
  return avoidances;
}

std::vector<ExpertWork> worksOf(const std::string& line) {
  constexpr std::size_t kDay = 10;
  std::vector<ExpertWork> works;
  for (const std::string& part : semicolonParts(line)) {
    auto [text, rating] = withoutBrackets(part);
    ExpertWork work;
    work.on = Date::parse(text.substr(0, std::min(kDay, text.size())));
    work.text = work.on ? oneLine(text.substr(kDay)) : text;
    work.rating = rating;
    works.push_back(std::move(work));
  }
  return works;
}

std::string expertName(const Expert& expert, std::size_t row) {
  return expert.name.empty() ? say("第 {n} 行", "n"_a = row + 1) : expert.name;
}

std::optional<Refusal> putDate(std::optional<Date>& into, const std::string& line) {
  const auto date = Date::parse(line);
  if (!line.empty() && !date)
    return Refusal{say("“{words}”不是日期，写成 2026-03-01 这样。没有改动。", "words"_a = line)};
  into = date;
  return std::nullopt;
}

std::optional<Refusal> putCell(Expert& expert, int column, const std::string& line) {
  switch (column) {
    case ExpertPoolTable::kName:
      expert.name = line;
      break;
    case ExpertPoolTable::kKind: {
      const auto kind = formats::experts::kindOf(line);
      const bool content = line == formats::print::text(Expert::Kind::kContent);
      const bool method = line == formats::print::text(Expert::Kind::kMethod);
      if (!kind && !content && !method)
        return Refusal{say("“{words}”不是“内容”或“方法”。没有改动。", "words"_a = line)};
      expert.kind = kind ? *kind : content ? Expert::Kind::kContent : Expert::Kind::kMethod;
      break;
    }
    case ExpertPoolTable::kInstitution:
      expert.institution = line;
      break;
    case ExpertPoolTable::kQualification:
      expert.qualification = line;
      expert.title = formats::experts::titleOf(line);
      expert.level = formats::experts::levelOf(line);
      break;
    case ExpertPoolTable::kFields:
      expert.fields = formats::experts::listOf(line);
      break;
    case ExpertPoolTable::kCertificate:
      expert.certificate = line;
      break;
    case ExpertPoolTable::kAppointed:
      return putDate(expert.appointed, line);
    case ExpertPoolTable::kUntil:
      return putDate(expert.until, line);
    case ExpertPoolTable::kAvoidances:
      expert.avoidances = avoidancesOf(line);
      break;
    case ExpertPoolTable::kWorks:
      expert.works = worksOf(line);
      break;
    case ExpertPoolTable::kRemoved:
      expert.removed = line;
      break;
    default:
      break;
  }
  return std::nullopt;
}

}  // namespace

void ExpertPoolTable::follow(const formats::Bank& bank, const validators::Profile& profile) {
  const auto* kept = bank.find<Experts>(Experts::kId);
  pool_ = kept == nullptr ? Experts() : *kept;
  judged_ = profile.panel().has_value();
  excluded_.assign(pool_.experts.size(), {});
  if (!judged_) return;
  for (std::size_t i = 0; i < pool_.experts.size(); ++i) {
    excluded_[i] = workflows::exclusionOf(pool_.experts[i], bank, *profile.panel(), dayToday());
  }
}

int ExpertPoolTable::drawable() const {
  return static_cast<int>(std::ranges::count_if(excluded_, [](const auto& ground) { return !ground; }));
}

std::vector<TableColumn> ExpertPoolTable::columns() const {
  return {{say("能否抽取"), 112, TableColumn::Align::kCentre},
          {say("姓名"), 70},
          {say("类别"), 116},
          {say("工作单位"), 170},
          {say("职称或技能等级"), 120},
          {say("职业领域"), 150},
          {say("聘书编号"), 90},
          {say("聘期起"), 92},
          {say("聘期止"), 92},
          {say("回避"), 170},
          {say("工作记录"), 200},
          {say("除名原因"), 110},
          {say("不能抽取的原因"), 220}};
}

TableCell ExpertPoolTable::cell(int row, int column) const {
  TableCell cell;
  cell.editable = column != kFree && column != kWhy;
  if (column == kKind)
    cell.choices = {formats::print::text(Expert::Kind::kContent),
                    formats::print::text(Expert::Kind::kMethod)};
  if (row >= rows()) return cell;
  const auto at = static_cast<std::size_t>(row);
  const Expert& expert = pool_.experts[at];
  switch (column) {
    case kName:
      cell.text = expert.name;
      cell.bold = true;
      break;
    case kKind:
      cell.text = formats::print::text(expert.kind);
      break;
    case kInstitution:
      cell.text = expert.institution;
      break;
    case kQualification:
      cell.text = expert.qualification;
      break;
    case kFields:
      cell.text = joined(expert.fields, "、", [](const std::string& field) { return field; });
      break;
    case kCertificate:
      cell.text = expert.certificate;
      break;
    case kAppointed:
      cell.text = dateText(expert.appointed);
      break;
    case kUntil:
      cell.text = dateText(expert.until);
      break;
    case kAvoidances:
      cell.text = joined(expert.avoidances, "；",
                         [](const Avoidance& one) { return bracketed(one.institution, one.reason); });
      break;
    case kWorks:
      cell.text = joined(expert.works, "；", workLine);
      break;
    case kRemoved:
      cell.text = expert.removed;
      break;
    case kFree:
      if (!judged_) break;
      cell.text = excluded_[at] ? formats::print::text(excluded_[at]->exclusion) : say("可以抽取");
      cell.state = excluded_[at] ? State::kShort : State::kGood;
      break;
    default:
      if (excluded_[at]) cell.text = excluded_[at]->why;
      break;
  }
  return cell;
}

std::optional<Refusal> ExpertPoolTable::put(const std::vector<CellWords>& words) {
  Experts pool = pool_;
  for (const CellWords& each : words) {
    const std::string line = oneLine(each.words);
    const auto row = static_cast<std::size_t>(each.row);
    if (row >= pool.experts.size()) {
      if (line.empty()) continue;
      while (pool.experts.size() <= row) {
        Expert made;
        made.id = formats::Id::random();
        pool.experts.push_back(std::move(made));
      }
    }
    if (auto refusal = putCell(pool.experts[row], each.column, line)) return refusal;
  }
  // One who was there keeps a name: draws and rounds speak of him by it.
  for (std::size_t i = 0; i < pool.experts.size(); ++i) {
    if (i < pool_.experts.size() && pool.experts[i].name.empty() && !pool_.experts[i].name.empty())
      return Refusal{say("{name}：姓名不能空；要去掉他，用“删除行”，或者写除名原因。没有改动。",
                         "name"_a = expertName(pool_.experts[i], i))};
  }
  if (pool == pool_) return std::nullopt;
  change_(std::move(pool), say("登记专家"));
  return std::nullopt;
}

void ExpertPoolTable::remove(const std::vector<int>& which) {
  Experts pool = pool_;
  for (auto row = which.rbegin(); row != which.rend(); ++row) {
    if (*row >= 0 && static_cast<std::size_t>(*row) < pool.experts.size())
      pool.experts.erase(pool.experts.begin() + *row);
  }
  if (pool != pool_) change_(std::move(pool), say("从专家库删除"));
}

}  // namespace tiku::editor
