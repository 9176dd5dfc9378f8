#include "formats/compare/fields.h"

#include <charconv>
#include <set>
#include <sstream>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "formats/base/say.h"
#include "formats/compare/members.h"
#include "formats/compare/merge.h"
#include "formats/compare/print.h"

namespace tiku::formats {
namespace {

template <typename Pointer>
using ObjectOf = std::remove_const_t<typename Pointer::element_type>;

// Calls visit(a, b) with both as references to their kind; nothing when they are of different kinds or none.
template <typename Visit>
void withBoth(const Object& a, const Object& b, const Visit& visit) {
  std::visit(
      [&](const auto& left) {
        using Pointer = std::decay_t<decltype(left)>;
        if constexpr (!std::is_same_v<Pointer, std::monostate>) {
          if (const auto* right = std::get_if<Pointer>(&b)) visit(*left, **right);
        }
      },
      a);
}

template <typename T>
const T* kindOf(const T&) {
  return nullptr;
}

bool isBonded(const Object& object, const std::string& field) {
  bool bonded = false;
  withBoth(object, object, [&](const auto& one, const auto&) {
    using members::Bond;
    members::each(kindOf(one), [&](const char* name, const char*, auto, Bond bond = Bond::kNone) {
      if (name == field) bonded = bond != Bond::kNone;
    });
  });
  return bonded;
}

}  // namespace

std::vector<Field> fieldsOf(const Object& object) {
  std::vector<Field> fields;
  withBoth(object, object, [&](const auto& one, const auto&) {
    members::each(kindOf(one), [&](const char* name, const char* word, auto, auto...) {
      fields.push_back({name, translate(word)});
    });
  });
  return fields;
}

std::vector<Field> differingFields(const Object& a, const Object& b) {
  std::vector<Field> fields;
  withBoth(a, b, [&](const auto& left, const auto& right) {
    members::each(kindOf(left), [&](const char* name, const char* word, auto member, auto...) {
      if (!(left.*member == right.*member)) fields.push_back({name, translate(word)});
    });
  });
  return fields;
}

Object withField(const Object& object, const Object& from, const std::string& field) {
  Object result = object;
  withBoth(object, from, [&](const auto& into, const auto& source) {
    using members::Bond;
    auto copy = into;
    Bond wanted = Bond::kNone;
    members::each(kindOf(into), [&](const char* name, const char*, auto, Bond bond = Bond::kNone) {
      if (name == field) wanted = bond;
    });
    members::each(kindOf(into), [&](const char* name, const char*, auto member, Bond bond = Bond::kNone) {
      if (name == field || (bond == wanted && wanted != Bond::kNone)) copy.*member = source.*member;
    });
    result = std::make_shared<const std::decay_t<decltype(into)>>(std::move(copy));
  });
  return result;
}

std::string fieldText(const Object& object, const std::string& field) {
  std::string text;
  withBoth(object, object, [&](const auto& one, const auto&) {
    members::each(kindOf(one), [&](const char* name, const char*, auto member, auto...) {
      if (name == field) text = print::text(one.*member);
    });
  });
  return text;
}

namespace {

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// The lines of `text` that `other` does not have, or has fewer of.
std::string linesNotIn(const std::string& text, const std::string& other) {
  std::unordered_map<std::string, int> there;
  for (std::string& line : linesOf(other)) ++there[std::move(line)];
  std::string left;
  for (const std::string& line : linesOf(text)) {
    if (const auto found = there.find(line); found != there.end() && found->second-- > 0) continue;
    left += (left.empty() ? "" : "\n") + line;
  }
  return left;
}

}  // namespace

std::pair<std::string, std::string> fieldDifference(const Object& before, const Object& after,
                                                    const std::string& field) {
  const std::string was = fieldText(before, field);
  const std::string is = fieldText(after, field);
  bool prose = false;
  withBoth(before, before, [&](const auto& one, const auto&) {
    members::each(kindOf(one), [&](const char* name, const char*, auto member, auto...) {
      using Member = std::decay_t<decltype(one.*member)>;
      constexpr bool kProse = std::is_same_v<Member, RichText> || std::is_same_v<Member, std::string>;
      if (name == field) prose = kProse;
    });
  });
  if (prose) return {was, is};
  std::pair<std::string, std::string> rows{linesNotIn(was, is), linesNotIn(is, was)};
  const bool sameRows = rows.first.empty() && rows.second.empty();
  return sameRows && was != is ? std::pair(was, is) : rows;  // Nothing but their order differs.
}

std::string fieldWord(const Object& object, std::string_view field) {
  const std::size_t slash = field.find('/');
  const std::string_view head = field.substr(0, slash);
  for (const Field& known : fieldsOf(object)) {
    if (known.name != head) continue;
    if (slash == std::string_view::npos) return known.word;
    int part = -1;
    const std::string_view rest = field.substr(slash + 1);
    std::from_chars(rest.data(), rest.data() + rest.size(), part);
    if (part < 0) return known.word;
    if (head == "options" && part < 26)
      return say("选项 {letter}", "letter"_a = static_cast<char>('A' + part));
    return say("{field} 第 {n} 项", "field"_a = known.word, "n"_a = part + 1);
  }
  return std::string(field);
}

MergedObject mergeObjects(const Object& base, const Object& mine, const Object& theirs) {
  ObjectMerge merged = mergeObject(base, mine, theirs);
  MergedObject result{std::move(merged.object), {}, false};
  const std::vector<Field> fields = fieldsOf(mine);
  std::set<std::string> clashing;
  for (const MergeQuestion& question : merged.questions) {
    const std::size_t slash = question.address.find('/');
    if (slash == std::string::npos) return {mine, {}, true};
    clashing.insert(question.address.substr(slash + 1, question.address.find('/', slash + 1) - slash - 1));
  }
  // What belongs together clashes together; its question may name no field.
  const bool answer = clashing.contains("answer");
  for (const Field& field : fields) {
    if (clashing.contains(field.name)) result.object = withField(result.object, mine, field.name);
  }
  if (answer)
    result.object = withField(result.object, mine, as<TheoryItem>(mine) != nullptr ? "key" : "answer");
  for (const Field& field : differingFields(result.object, theirs)) {
    const bool bonded =
        (answer || clashing.contains("key") || clashing.contains("options")) && isBonded(mine, field.name);
    if (bonded || clashing.contains(field.name)) result.clashes.push_back(field);
  }
  return result;
}

}  // namespace tiku::formats
