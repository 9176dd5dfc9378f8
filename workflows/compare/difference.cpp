#include "workflows/compare/difference.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "formats/base/say.h"
#include "formats/base/utf8.h"
#include "formats/compare/fields.h"
#include "formats/compare/members.h"
#include "formats/model/pictures.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/compare/row_difference.h"

namespace tiku::workflows {

using namespace formats;

namespace {

bool isThere(const Object& object) {
  return !std::holds_alternative<std::monostate>(object);
}

// The pictures that one field shows.
std::vector<std::string> imagesOf(const Object& object, const std::string& field) {
  std::vector<std::string> names;
  const auto add = [&names](const RichText& text) {
    for (std::string& name : text.images()) names.push_back(std::move(name));
  };
  std::visit(
      [&](const auto& pointer) {
        using Pointer = std::decay_t<decltype(pointer)>;
        if constexpr (!std::is_same_v<Pointer, std::monostate>) {
          using T = std::remove_const_t<typename Pointer::element_type>;
          members::each(static_cast<const T*>(nullptr),
                        [&](const char* name, const char*, auto member, auto...) {
                          if (name != field) return;
                          const auto& value = (*pointer).*member;
                          using Value = std::decay_t<decltype(value)>;
                          if constexpr (std::is_same_v<Value, RichText>) add(value);
                          if constexpr (std::is_same_v<Value, std::vector<RichText>>) {
                            for (const RichText& text : value) add(text);
                          }
                        });
        }
      },
      object);
  return names;
}

// Where the object belongs: another one is a move.
bool isPlace(const std::string& field) {
  return field == "level" || field == "point" || field == "module";
}

// "题号": of items; papers have a 试卷编号.
bool isCode(const Object& object, const std::string& field) {
  if (as<TheoryItem>(object) != nullptr || as<SkillItem>(object) != nullptr) return field == "code";
  return as<Paper>(object) != nullptr && field == "number";
}

class Parts {
 public:
  Parts(const Change& change, const Names& names) : change_(change), names_(names) {}

  std::vector<PartDifference> take() && {
    for (const Field& field : differingFields(change_.before, change_.after)) add(field);
    return std::move(parts_);
  }

 private:
  void add(const Field& field) {
    const std::size_t known = parts_.size();
    const auto then = rowsOf(change_.before, field.name);
    const auto now = rowsOf(change_.after, field.name);
    if (then && now) {
      auto rows = compareRows({change_.id, field.name, field.word}, *then, *now, names_);
      // A row without a name of its own is called by its place: 选项 C.
      for (PartDifference& part : rows) {
        if (part.word == field.word && !(then->keyed && now->keyed))
          part.word = fieldWord(part.deed == Deed::kRemoved ? change_.before : change_.after, part.address);
        parts_.push_back(std::move(part));
      }
    } else {
      addValue(field);
    }
    if (parts_.size() == known) addWordless(field);
    if (imagesOf(change_.before, field.name) != imagesOf(change_.after, field.name))
      parts_.back().note = translate("图片换了");
  }

  void addValue(const Field& field) {
    const std::string before = names_.in(fieldText(change_.before, field.name));
    const std::string after = names_.in(fieldText(change_.after, field.name));
    if (before == after) return;
    PartDifference part = changedPart(field.name, field.word, before, after);
    if (isPlace(field.name)) part.deed = Deed::kMoved;
    if (isCode(change_.after, field.name)) part.deed = Deed::kRenumbered;
    if (part.deed != Deed::kChanged) part.pieces.clear();
    parts_.push_back(std::move(part));
  }

  void addWordless(const Field& field) {
    PartDifference part;
    part.address = field.name;
    part.word = field.word;
    part.note = picturesOf(change_.before) != picturesOf(change_.after)
                    ? translate("图片换了")
                    : translate("文字没有变，格式或其他内容改了");
    parts_.push_back(std::move(part));
  }

  const Change& change_;
  const Names& names_;
  std::vector<PartDifference> parts_;
};

// The pictures that the change brought or took away.
void addPictures(const Change& change, std::set<std::string>& told) {
  const auto then = picturesOf(change.before);
  const auto now = picturesOf(change.after);
  std::ranges::copy_if(now, std::inserter(told, told.end()),
                       [&](const std::string& name) { return std::ranges::find(then, name) == then.end(); });
  std::ranges::copy_if(then, std::inserter(told, told.end()),
                       [&](const std::string& name) { return std::ranges::find(now, name) == now.end(); });
}

std::string codeOf(const Object& object) {
  if (const auto* item = as<TheoryItem>(object)) return item->code;
  if (const auto* item = as<SkillItem>(object)) return item->code;
  if (const auto* paper = as<Paper>(object)) return paper->number;
  return {};
}

std::string titleOf(const Object& object) {
  if (const auto* item = as<TheoryItem>(object)) return item->stem.str();
  if (const auto* item = as<SkillItem>(object)) return item->title;
  if (const auto* paper = as<Paper>(object)) return paper->title;
  return {};
}

// "三级理论试题"
std::string groupOf(const Object& object) {
  if (const auto* item = as<TheoryItem>(object))
    return say("{level}理论试题", "level"_a = validators::levelWord(item->level));
  if (const auto* item = as<SkillItem>(object))
    return say("{level}操作技能试题", "level"_a = validators::levelWord(item->level));
  if (const auto* paper = as<Paper>(object))
    return say("{level}试卷", "level"_a = validators::levelWord(paper->level));
  return {};
}

ObjectDifference describe(const Change& change, const Names& names) {
  ObjectDifference one;
  one.id = change.id;
  one.change = change;
  const Object& shown = isThere(change.after) ? change.after : change.before;
  one.name = names.in(objectName(shown));
  one.path = pathOf(shown);
  if (!isThere(change.before)) {
    one.deed = Deed::kAdded;
  } else if (!isThere(change.after)) {
    one.deed = Deed::kRemoved;
  } else {
    one.parts = partsOf(change, names);
    const auto all = [&one](Deed deed) {
      return !one.parts.empty() &&
             std::ranges::all_of(one.parts, [deed](const PartDifference& part) { return part.deed == deed; });
    };
    for (const Deed deed : {Deed::kMoved, Deed::kRenumbered, Deed::kReordered}) {
      if (all(deed)) one.deed = deed;
    }
  }
  return one;
}

bool isOnlyCode(const ObjectDifference& one) {
  return one.deed == Deed::kRenumbered && one.parts.size() == 1 && one.parts.front().codes.empty();
}

auto orderOf(const ObjectDifference& one) {
  const Object& object = isThere(one.change.after) ? one.change.after : one.change.before;
  const PathParts parts = parsePath(one.path);
  const int level = parts.level ? -parts.level->number() : 0;
  return std::tuple(static_cast<int>(parts.kind), level, codeOf(object), one.path);
}

}  // namespace

std::vector<PartDifference> partsOf(const Change& change, const Names& names) {
  if (!isThere(change.before) || !isThere(change.after)) return {};
  return Parts(change, names).take();
}

BankDifference differenceOf(const RevisionChanges& changes, const Names& names) {
  BankDifference difference;
  difference.otherFiles = changes.otherFiles;
  std::set<std::string> pictures;
  for (const Change& change : changes.objects) addPictures(change, pictures);
  std::map<std::string, Renumbering> renumberings;
  for (const Change& change : changes.objects) {
    const Object& shown = isThere(change.after) ? change.after : change.before;
    if (const auto* media = as<Media>(shown); media != nullptr && pictures.contains(media->name)) continue;
    ObjectDifference one = describe(change, names);
    if (isThere(change.before) && isThere(change.after) && one.parts.empty()) continue;
    if (isOnlyCode(one)) {
      const std::string group = groupOf(change.after);
      Renumbering& renumbering = renumberings[group];
      renumbering.word = group;
      renumbering.codes.push_back(
          {change.id, {}, titleOf(change.after), codeOf(change.before), codeOf(change.after)});
    } else {
      difference.objects.push_back(std::move(one));
    }
  }
  std::ranges::sort(difference.objects, {}, orderOf);
  for (auto& [group, renumbering] : renumberings) {
    std::ranges::sort(renumbering.codes, {}, &CodeChange::after);
    difference.renumberings.push_back(std::move(renumbering));
  }
  return difference;
}

std::size_t BankDifference::count(Deed deed) const {
  return static_cast<std::size_t>(std::ranges::count(objects, deed, &ObjectDifference::deed));
}

std::vector<DiffPiece> clipped(const std::vector<DiffPiece>& pieces, int around) {
  std::vector<DiffPiece> cut;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const DiffPiece& piece = pieces[i];
    const bool first = i == 0;
    const bool last = i + 1 == pieces.size();
    const int room = first || last ? around : 2 * around;
    if (piece.kind != DiffPiece::Kind::kSame || characterCount(piece.text) <= room + 2) {
      cut.push_back(piece);
      continue;
    }
    std::string text;
    if (!first) text += firstCharacters(piece.text, around);
    text += "……";
    if (!last) text += lastCharacters(piece.text, around);
    cut.push_back({DiffPiece::Kind::kSame, std::move(text)});
  }
  return cut;
}

std::string deedWord(Deed deed) {
  switch (deed) {
    case Deed::kAdded:
      return translate("新增");
    case Deed::kRemoved:
      return translate("删去");
    case Deed::kChanged:
      return translate("修改");
    case Deed::kMoved:
      return translate("移动");
    case Deed::kRenumbered:
      return translate("重新编号");
    case Deed::kReordered:
      break;
  }
  return translate("调整次序");
}

const char* deedKey(Deed deed) {
  switch (deed) {
    case Deed::kAdded:
      return "added";
    case Deed::kRemoved:
      return "removed";
    case Deed::kChanged:
      return "changed";
    case Deed::kMoved:
      return "moved";
    case Deed::kRenumbered:
      return "renumbered";
    case Deed::kReordered:
      break;
  }
  return "reordered";
}

}  // namespace tiku::workflows
