#include "workflows/compare/change_record.h"

#include <algorithm>
#include <ctime>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/utf8.h"
#include "formats/history/history_reader.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/compare/compare_states.h"

namespace tiku::workflows {

using namespace formats;

namespace {

using Kind = DiffPiece::Kind;

// More of a kind that come or go with one check-in are one line.
constexpr std::size_t kMostSingly = 30;

std::string dayOf(const Revision& revision) {
  const std::time_t shifted = revision.time + revision.offsetMinutes * 60;
  std::tm parts{};
  gmtime_r(&shifted, &parts);
  return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

std::vector<DiffPiece> plain(std::string text) {
  if (text.empty()) return {};
  return {{Kind::kSame, std::move(text)}};
}

// One side of the laid-over texts.
std::vector<DiffPiece> sideOf(const std::vector<DiffPiece>& pieces, Kind side) {
  constexpr int kAround = 24;
  std::vector<DiffPiece> cut = clipped(pieces, kAround);
  std::erase_if(cut,
                [side](const DiffPiece& piece) { return piece.kind != side && piece.kind != Kind::kSame; });
  return cut;
}

std::string wordsOf(const Object& object) {
  constexpr std::size_t kMost = 360;
  if (const auto* item = as<TheoryItem>(object)) return shortened(item->stem.str(), kMost);
  if (const auto* item = as<SkillItem>(object)) return shortened(item->task.str(), kMost);
  return {};
}

class Lines {
 public:
  explicit Lines(const RecordedChange& change) : change_(change) {
    if (change.revision) {
      pattern_.date = dayOf(*change.revision);
      pattern_.person = change.revision->author.name;
      pattern_.reason = change.revision->message;
    } else {
      pattern_.reason = translate("（未签入）");
    }
  }

  std::vector<RecordLine> take() && {
    for (const Deed deed : {Deed::kAdded, Deed::kRemoved}) addMany(deed);
    for (const ObjectDifference& one : change_.difference.objects) {
      if (!told_.contains(one.id)) add(one);
    }
    for (const Renumbering& renumbering : change_.difference.renumberings) {
      const std::string name =
          say("{what} {n} 道", "what"_a = renumbering.word, "n"_a = renumbering.codes.size());
      addCodes(name, {}, renumbering.codes);
    }
    for (const std::string& path : change_.difference.otherFiles)
      push(say("文件 {path}", "path"_a = path), Deed::kChanged, {}, {}, {});
    return std::move(lines_);
  }

 private:
  static std::string groupOf(const ObjectDifference& one) {
    const PathParts parts = parsePath(one.path);
    const std::string level = parts.level ? validators::levelWord(*parts.level) : std::string();
    switch (parts.kind) {
      case FileKind::kTheoryItem:
        return say("{level}理论试题", "level"_a = level);
      case FileKind::kSkillItem:
        return say("{level}操作技能试题", "level"_a = level);
      case FileKind::kItemSet:
        return say("{level}题组", "level"_a = level);
      case FileKind::kPaper:
        return say("{level}试卷", "level"_a = level);
      case FileKind::kMedia:
        return translate("图片和附件");
      default:
        return {};
    }
  }

  void addMany(Deed deed) {
    std::map<std::string, std::vector<const ObjectDifference*>> groups;
    for (const ObjectDifference& one : change_.difference.objects) {
      if (one.deed != deed) continue;
      if (std::string group = groupOf(one); !group.empty()) groups[group].push_back(&one);
    }
    for (const auto& [group, all] : groups) {
      if (all.size() <= kMostSingly) continue;
      push(say("{what} {n} 个", "what"_a = group, "n"_a = all.size()), deed, {}, {}, {});
      for (const ObjectDifference* one : all) told_.insert(one->id);
    }
  }

  void add(const ObjectDifference& one) {
    if (one.deed == Deed::kAdded || one.deed == Deed::kRemoved) {
      const bool added = one.deed == Deed::kAdded;
      push(one.name, one.deed, {}, plain(added ? "" : wordsOf(one.change.before)),
           plain(added ? wordsOf(one.change.after) : ""));
      return;
    }
    for (const PartDifference& part : one.parts) add(one.name, part);
  }

  void add(const std::string& object, const PartDifference& part) {
    if (!part.codes.empty()) {
      addCodes(object, say("{field} {n} 个代码", "field"_a = part.word, "n"_a = part.codes.size()),
               part.codes);
    } else if (!part.pieces.empty()) {
      push(object, part.deed, part.word, sideOf(part.pieces, Kind::kRemoved),
           sideOf(part.pieces, Kind::kAdded));
    } else {
      push(object, part.deed, part.word, plain(part.before),
           plain(part.after.empty() && part.before.empty() ? part.note : part.after));
    }
  }

  void addCodes(const std::string& object, const std::string& part, const std::vector<CodeChange>& codes) {
    const auto range = [&codes](std::string CodeChange::* side) {
      const std::string& first = codes.front().*side;
      return codes.size() == 1 ? first : first + " …… " + codes.back().*side;
    };
    push(object, Deed::kRenumbered, part, plain(range(&CodeChange::before)),
         plain(range(&CodeChange::after)));
  }

  void push(const std::string& object, Deed deed, const std::string& part, std::vector<DiffPiece> before,
            std::vector<DiffPiece> after) {
    RecordLine line = pattern_;
    line.object = object;
    line.deed = deedWord(deed);
    line.part = part;
    line.before = std::move(before);
    line.after = std::move(after);
    lines_.push_back(std::move(line));
  }

  const RecordedChange& change_;
  RecordLine pattern_;
  std::set<Id> told_;
  std::vector<RecordLine> lines_;
};

// The files in which a check-in differs from each of those that it builds on.
std::vector<std::string> ownFiles(const Repository& repository, const HistoryReader::Commit& commit) {
  if (commit.parents.empty()) return repository.changedFiles(commit.id);
  std::vector<std::string> own = repository.changedFiles(commit.parents[0], commit.id);
  for (std::size_t i = 1; i < commit.parents.size() && !own.empty(); ++i) {
    const std::vector<std::string> other = repository.changedFiles(commit.parents[i], commit.id);
    std::vector<std::string> both;
    std::ranges::set_intersection(own, other, std::back_inserter(both));
    own = std::move(both);
  }
  return own;
}

// A tag by its name, anything else by ten digits, with the day.
std::string labelOf(const Repository& repository, const std::string& name) {
  const Revision revision = repository.find(name);
  const bool isTag = std::ranges::find(revision.tags, name) != revision.tags.end();
  return fmt::format("{}（{}）", isTag ? name : revision.commit.substr(0, 10), dayOf(revision));
}

void describeBank(const BankInfo& info, ChangeRecord& record) {
  record.bank = info.title;
  record.occupation = info.occupationName;
  record.institution = info.institution.name;
}

}  // namespace

std::vector<RecordLine> recordLines(const RecordedChange& change) {
  return Lines(change).take();
}

ChangeRecord changeRecord(const BankInfo& bank, const std::string& from, const std::string& to,
                          BankDifference difference) {
  ChangeRecord record;
  describeBank(bank, record);
  record.from = from;
  record.to = to;
  if (!difference.empty()) record.changes.push_back({std::nullopt, std::move(difference)});
  return record;
}

ChangeRecord changeRecord(const Repository& repository, const std::filesystem::path& directory,
                          const std::string& from, const std::string& to, const std::optional<Id>& object,
                          const std::function<void()>& check) {
  const std::string end = to.empty() ? "HEAD" : to;
  if (!from.empty() && !repository.isAncestor(from, end)) {
    throw FormatError(
        ErrorCode::kConflict,
        say("版本 {to} 不是从版本 {from} 改出来的，两者之间没有修改记录。", "to"_a = end, "from"_a = from),
        {}, translate("用 --format text 比较两个版本的内容。"));
  }
  ChangeRecord record;
  if (!from.empty()) record.from = labelOf(repository, from);
  if (!to.empty()) record.to = labelOf(repository, to);
  std::unique_ptr<FileTree> newest = to.empty() ? openDirectory(directory) : repository.treeAt(to);
  const auto* info = "bank.xml";
  if (newest->has(info)) {
    const Object object = read(info, newest->read(info), newest->name());
    if (const auto* bank = as<BankInfo>(object)) describeBank(*bank, record);
  }
  std::unique_ptr<FileTree> oldest = from.empty() ? nullptr : repository.treeAt(from);
  const Names names = namesOf(*newest, oldest.get());
  const auto only = [&object](std::vector<std::string>& paths) {
    if (object) std::erase_if(paths, [&](const std::string& path) { return parsePath(path).id != *object; });
  };
  const HistoryReader reader(repository);
  reader.walk(
      end,
      [&](const HistoryReader::Commit& commit) {
        if (check) check();
        std::vector<std::string> paths = ownFiles(repository, commit);
        only(paths);
        if (paths.empty()) return true;
        const auto then = commit.parents.empty() ? nullptr : repository.treeAt(commit.parents[0]);
        const auto now = repository.treeAt(commit.id);
        BankDifference difference = differenceOf(changesBetween(then.get(), now.get(), paths), names);
        if (!difference.empty())
          record.changes.push_back({reader.revision(commit.id), std::move(difference)});
        return true;
      },
      from);
  std::ranges::reverse(record.changes);
  if (to.empty()) {
    StateComparison unchecked = StateComparison::ofRevisions(repository, directory, "HEAD", {});
    if (object) unchecked.keepOnly(*object);
    BankDifference difference = unchecked.difference();
    if (!difference.empty()) record.changes.push_back({std::nullopt, std::move(difference)});
  }
  return record;
}

}  // namespace tiku::workflows
