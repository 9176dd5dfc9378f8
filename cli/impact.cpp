// tiku impact: what a new edition of the standard asks of a bank, and what is left of it.
#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/history/repository.h"
#include "formats/package/save.h"
#include "workflows/impact/editions.h"
#include "workflows/impact/update.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;
using validators::TaskState;

namespace fs = std::filesystem;

enum class ImpactFormat { kText, kJson, kDocx };

struct ImpactOptions {
  std::string path;
  std::string against;
  std::string effective;
  std::string by;
  std::string on;
  std::string reason;
  std::string out;
  std::string profile;
  std::vector<std::string> confirm;
  ImpactFormat format = ImpactFormat::kText;
  bool begin = false;
  bool withItems = false;
  bool all = false;
  bool force = false;
};

Date dateOf(const std::string& text) {
  if (const auto date = Date::parse(text)) return *date;
  throw FormatError(ErrorCode::kUsage, say("“{date}”不是日期。", "date"_a = text), {},
                    translate("日期的写法是 2026-03-01。"));
}

bool isRevision(const Repository& repository, const std::string& name) {
  try {
    (void)repository.find(name);
    return true;
  } catch (const FormatError& error) {
    if (error.code() != ErrorCode::kUsage) throw;
    return false;
  }
}

// The two editions; `after` with the ids of `before`.
Editions editionsOf(const ImpactOptions& options, const Bank& bank) {
  if (fs::exists(options.against)) return editionsWithNew(bank, options.against);
  if (Repository::isRepository(options.path)) {
    const Repository repository = Repository::open(options.path);
    if (isRevision(repository, options.against))
      return editionsSince(bank, standardAt(repository, options.against));
  }
  throw FormatError(ErrorCode::kUsage,
                    say("“{name}”既不是文件，也不是这个题库的版本。", "name"_a = options.against), {},
                    translate("核对文件名；有哪些版本，用 tiku log 查看。"));
}

Json taskJson(const TaskLine& line) {
  static const char* const kKinds[] = {"entry", "scope", "point", "item"};
  static const char* const kStates[] = {"open", "changed", "gone", "confirmed"};
  Json entries = Json::array();
  for (const Id id : line.task.entries) entries.push_back(id.str());
  return {{"object", line.task.object.str()},
          {"kind", kKinds[static_cast<int>(line.task.kind)]},
          {"level", line.level ? Json(line.level->number()) : Json(nullptr)},
          {"name", line.name},
          {"under", line.under.empty() ? Json(nullptr) : Json(line.under.str())},
          {"entries", std::move(entries)},
          {"state", kStates[static_cast<int>(line.state)]},
          {"reason", line.task.reason},
          {"person", line.task.person},
          {"date", line.task.date ? Json(line.task.date->str()) : Json(nullptr)}};
}

Json statusJson(const UpdateStatus& status) {
  static const char* const kKinds[] = {"added", "removed", "changed", "weight"};
  const auto date = [](const std::optional<Date>& day) { return day ? Json(day->str()) : Json(nullptr); };
  const StandardUpdate& update = status.update;
  Json changes = Json::array();
  for (const EntryChange& change : update.changes) {
    changes.push_back({{"entry", change.entry.empty() ? Json(nullptr) : Json(change.entry.str())},
                       {"kind", kKinds[static_cast<int>(change.kind)]},
                       {"place", change.place},
                       {"before", change.before},
                       {"after", change.after}});
  }
  Json tasks = Json::array();
  for (const TaskLine& line : status.tasks) tasks.push_back(taskJson(line));
  return {
      {"id", update.id.str()},
      {"title", update.title},
      {"edition", update.edition},
      {"previous", update.previous},
      {"effective", date(update.effective)},
      {"begun", date(update.begun)},
      {"by", update.by},
      {"due", {{"day", date(status.due.day)}, {"clause", status.due.clause}, {"basis", status.due.basis}}},
      {"urgency", status.urgency(dateOf(today()))},
      {"open", status.open()},
      {"changes", std::move(changes)},
      {"tasks", std::move(tasks)}};
}

std::string oneLine(std::string text) {
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
    text.replace(at, 1, "⏎");
  return text;
}

void printHead(const UpdateStatus& status, std::ostream& out) {
  const StandardUpdate& update = status.update;
  out << say("《{title}》{previous} → {edition}", "title"_a = update.title, "previous"_a = update.previous,
             "edition"_a = update.edition)
      << '\n';
  if (status.due.day) {
    out << say("应在 {day} 前完成更新（{clause}）。", "day"_a = status.due.day->str(),
               "clause"_a = status.due.clause);
  }
  out << status.due.basis;
  if (const std::string urgency = status.urgency(dateOf(today())); !urgency.empty()) out << " " << urgency;
  out << '\n'
      << say("共 {n} 项：待处理 {open}，已修改 {changed}，已确认 {confirmed}，已删去或停用 {gone}。",
             "n"_a = status.tasks.size(), "open"_a = status.open(),
             "changed"_a = status.count(TaskState::kChanged),
             "confirmed"_a = status.count(TaskState::kConfirmed), "gone"_a = status.count(TaskState::kGone))
      << '\n';
}

void printStatus(const UpdateStatus& status, bool all, std::ostream& out) {
  printHead(status, out);
  if (!status.update.changes.empty()) out << '\n' << translate("标准的改动：") << '\n';
  for (const EntryChange& change : status.update.changes) {
    out << "  " << changeWord(change.kind) << "  " << change.place << "：" << oneLine(change.before);
    if (!change.before.empty() && !change.after.empty()) out << " → ";
    out << oneLine(change.after) << '\n';
  }
  bool any = false;
  for (const TaskLine& line : status.tasks) {
    if (!all && line.state != TaskState::kOpen) continue;
    if (!any) out << '\n' << (all ? translate("涉及的内容：") : translate("待处理：")) << '\n';
    any = true;
    out << (line.under.empty() ? "  " : "      ") << "[" << stateWord(line.state) << "] ";
    if (line.level && line.under.empty()) out << line.level->name() << ' ';
    out << oneLine(line.name);
    if (line.state == TaskState::kConfirmed)
      out << "  " << line.task.person << " " << line.task.date->str() << "：" << line.task.reason;
    out << '\n';
  }
}

// The objects that the user named: codes, ids; with the items of points where he says so.
std::vector<Id> objectsToConfirm(const ImpactOptions& options, const Bank& bank) {
  std::set<Id> tasks;
  for (const auto& update : bank.all<StandardUpdate>()) {
    for (const UpdateTask& task : update->tasks) tasks.insert(task.object);
  }
  std::vector<Id> objects;
  for (const std::string& name : options.confirm) {
    const auto id = Id::parse(name);
    objects.push_back(id && tasks.contains(*id) ? *id : findObject(bank, name));
  }
  if (!options.withItems) return objects;
  const std::set<Id> points(objects.begin(), objects.end());
  bank.forEach<TheoryItem>([&](const auto& item) {
    if (item->point && points.contains(*item->point) && tasks.contains(item->id)) objects.push_back(item->id);
  });
  bank.forEach<SkillItem>([&](const auto& item) {
    const bool below =
        std::ranges::any_of(item->points, [&points](Id point) { return points.contains(point); });
    if (below && tasks.contains(item->id)) objects.push_back(item->id);
  });
  return objects;
}

// What the run speaks of: the update that would be or is begun, or those of the bank.
std::vector<UpdateStatus> statuses(const ImpactOptions& options, const Bank& bank,
                                   const std::optional<StandardUpdate>& preview) {
  std::optional<validators::Profile> profile;
  if (!options.profile.empty() || !bank.info().profile.empty()) profile = profileFor(bank, options.profile);
  const auto* rules = profile ? &*profile : nullptr;
  std::vector<UpdateStatus> found;
  if (preview) {
    found.push_back(statusOf(bank, *preview, rules));
    return found;
  }
  for (const auto& update : bank.all<StandardUpdate>()) {
    UpdateStatus status = statusOf(bank, *update, rules);
    if (options.all || status.open() > 0) found.push_back(std::move(status));
  }
  return found;
}

void show(const ImpactOptions& options, const Bank& bank, const std::optional<StandardUpdate>& preview,
          Session& session) {
  const std::vector<UpdateStatus> found = statuses(options, bank, preview);
  const Date now = dateOf(today());
  for (const UpdateStatus& status : found) {
    if (!preview && status.due.day && *status.due.day < now && status.open() > 0)
      session.exitCode = kDoneWithErrors;
  }
  if (options.format == ImpactFormat::kDocx) {
    if (found.size() != 1) {
      throw FormatError(ErrorCode::kUsage, say("标准更新有 {n} 次，清单只能写一次的。", "n"_a = found.size()),
                        {}, translate("用 --against 写明与哪个版本比较。"));
    }
    writeFileSafely(options.out, impactDocument(bank, found.front(), now.str()), options.force);
    session.err << say("已写出 {file}。", "file"_a = options.out) << '\n';
    return;
  }
  if (options.format == ImpactFormat::kJson) {
    Json list = Json::array();
    for (const UpdateStatus& status : found) list.push_back(statusJson(status));
    session.print({{"recorded", !preview || options.begin}, {"updates", std::move(list)}});
    return;
  }
  if (found.empty()) session.out << translate("没有待处理的标准更新。") << '\n';
  for (const UpdateStatus& status : found) printStatus(status, options.all, session.out);
  if (preview && !options.begin)
    session.out << translate("以上只是预览。加上 --begin 记入题库，开始更新。") << '\n';
}

void runImpact(const ImpactOptions& options, Session& session) {
  if (options.format == ImpactFormat::kDocx && options.out.empty()) {
    throw FormatError(ErrorCode::kUsage, translate("Word 文件不能写到标准输出。"), {},
                      translate("用 --out 写明要写的文件。"));
  }
  if (options.begin && options.against.empty()) {
    throw FormatError(
        ErrorCode::kUsage, translate("开始更新要写明与哪个版本比较。"), {},
        translate(
            "用 --against 写旧标准所在的签入或标签，或新标准的文件：Word 等文件、题库、standard.xml。"));
  }
  OpenBank open = openBank(options.path, session);
  if (!options.confirm.empty()) {
    applyAndSave(open, confirmEdit(open.bank, objectsToConfirm(options, open.bank), options.by,
                                   options.reason, dateOf(options.on.empty() ? today() : options.on)));
  }
  if (options.against.empty()) {
    show(options, open.bank, std::nullopt, session);
    return;
  }
  const Editions editions = editionsOf(options, open.bank);
  if (editions.unclear > 0) {
    session.err << say("{file} 有 {n} 处需要人工核对；先用 tiku import --as standard --dry-run 逐处查看。",
                       "file"_a = options.against, "n"_a = editions.unclear)
                << '\n';
  }
  UpdateOrder order;
  if (!options.effective.empty()) order.effective = dateOf(options.effective);
  order.begun = dateOf(options.on.empty() ? today() : options.on);
  order.by = options.by;
  const StandardUpdate update = impactOf(open.bank, editions.before, editions.after, order);
  if (update.changes.empty()) {
    if (options.format == ImpactFormat::kJson) {
      session.print({{"recorded", false}, {"updates", Json::array()}});
    } else {
      session.out << translate("两个版本的标准没有差别。") << '\n';
    }
    return;
  }
  if (options.begin) {
    Edit edit = beginUpdate(open.bank, editions.after, update);
    for (const Object& picture : editions.pictures) edit.putObject(picture);
    applyAndSave(open, edit);
  }
  show(options, open.bank, update, session);
}

}  // namespace

void addImpact(CLI::App& program, Session& session) {
  static const std::map<std::string, ImpactFormat> kFormats{
      {"text", ImpactFormat::kText}, {"json", ImpactFormat::kJson}, {"docx", ImpactFormat::kDocx}};
  CLI::App* verb = program.add_subcommand(
      "impact", translate("标准修订以后，哪些考评点和试题要重新核对，还剩哪些，期限到哪天。"));
  auto options = std::make_shared<ImpactOptions>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option(
      "--against", options->against,
      translate("旧标准所在的签入或标签；或新标准：Word 等文件、题库、standard.xml。缺省列出进行中的更新。"));
  verb->add_flag("--begin", options->begin,
                 translate("记入题库，开始更新；新标准来自文件的，一并收进题库。"));
  verb->add_option("--effective", options->effective, translate("新标准的实施日期，期限从这天起算。"));
  verb->add_option("--confirm", options->confirm,
                   translate("确认这些内容不用改，仍然适用：考评点、试题的代码或标识。"));
  verb->add_flag("--with-items", options->withItems, translate("确认考评点时，连同它的试题。"));
  verb->add_option("--by", options->by, translate("由谁开始，由谁确认。"));
  verb->add_option("--reason", options->reason, translate("确认的理由。"));
  verb->add_option("--on", options->on, translate("日期，缺省为今天。"));
  verb->add_flag("--all", options->all, translate("完成了的也列出。"));
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  verb->add_option("--format", options->format, translate("text、json，或《标准修订影响清单》docx。"))
      ->transform(CLI::CheckedTransformer(kFormats).description("text|json|docx"));
  verb->add_option("--out,--output", options->out, translate("要写的 .docx 文件。"));
  verb->add_flag("--force", options->force, translate("已有同名文件时替换它。"));
  verb->callback([options, &session] {
    if (options->format == ImpactFormat::kJson) session.format = Format::kJson;
    runImpact(*options, session);
  });
}

}  // namespace tiku::cli
