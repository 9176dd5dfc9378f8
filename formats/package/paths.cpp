#include "formats/package/paths.h"

#include <algorithm>

#include <unicode/utf8.h>

#include "formats/package/package.h"

namespace tiku::formats {
namespace {

bool isLowerHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// Takes "<level digit>/" or "<level digit>" + `after` from the front.
std::optional<Level> takeLevel(std::string_view& rest, std::string_view after) {
  if (rest.size() < 1 + after.size() || rest.substr(1, after.size()) != after) return std::nullopt;
  const auto level = Level::of(rest[0] - '0');
  if (level) rest.remove_prefix(1 + after.size());
  return level;
}

std::optional<Id> idOfName(std::string_view name) {
  const auto id = Id::parse(name);
  // The numbered ids belong to the objects of which a bank holds just one.
  const bool numbered = id && name.starts_with(Id::wellKnown(0).str().substr(0, 28));
  return id && !numbered && id->str() == name ? id : std::nullopt;
}

std::optional<Id> idOfFile(std::string_view name) {
  if (!name.ends_with(".xml")) return std::nullopt;
  return idOfName(name.substr(0, name.size() - 4));
}

bool take(std::string_view& rest, std::string_view prefix) {
  if (!rest.starts_with(prefix)) return false;
  rest.remove_prefix(prefix.size());
  return true;
}

PathParts item(std::string_view rest) {
  const auto level = takeLevel(rest, "/");
  if (!level) return {};
  const FileKind kind = take(rest, "theory/")   ? FileKind::kTheoryItem
                        : take(rest, "skills/") ? FileKind::kSkillItem
                        : take(rest, "sets/")   ? FileKind::kItemSet
                                                : FileKind::kForeign;
  const auto id = idOfFile(rest);
  if (kind == FileKind::kForeign || !id) return {};
  return {kind, level, *id};
}

PathParts paper(std::string_view rest) {
  const auto level = takeLevel(rest, "/");
  const auto id = level ? idOfFile(rest) : std::nullopt;
  if (!id) return {};
  return {FileKind::kPaper, level, *id};
}

PathParts review(std::string_view rest) {
  const auto round = idOfName(rest.substr(0, rest.find('/')));
  if (!round) return {};
  rest.remove_prefix(std::min(rest.find('/'), rest.size()));
  if (rest == "/round.xml") return {FileKind::kRound, {}, *round};
  const FileKind kind = take(rest, "/submissions/") ? FileKind::kSubmission
                        : take(rest, "/opinions/")  ? FileKind::kOpinion
                                                    : FileKind::kForeign;
  const auto id = idOfFile(rest);
  if (kind == FileKind::kForeign || !id) return {};
  return {kind, {}, *id, *round};
}

}  // namespace

PathParts parsePath(std::string_view path) {
  if (path == kManifestPath) return {FileKind::kManifest, {}, {}};
  if (path == "bank.xml") return {FileKind::kBankInfo, {}, BankInfo::kId};
  if (path == "standard.xml") return {FileKind::kStandard, {}, Standard::kId};
  if (path == "people.xml") return {FileKind::kPeople, {}, People::kId};
  if (path == "waivers.xml") return {FileKind::kWaivers, {}, Waivers::kId};
  if (path == "judgements.xml") return {FileKind::kJudgements, {}, Judgements::kId};
  if (path == "filing/dossier.xml") return {FileKind::kDossier, {}, Dossier::kId};
  if (path == "terms.xml") return {FileKind::kTerms, {}, Terms::kId};
  if (path == "experts.xml") return {FileKind::kExperts, {}, Experts::kId};
  if (path == "panel-draws.xml") return {FileKind::kPanelDraws, {}, PanelDraws::kId};
  if (path.starts_with("logs/")) return {FileKind::kLog, {}, {}};
  if (take(path, "items/level-")) return item(path);
  if (take(path, "papers/level-")) return paper(path);
  if (take(path, "reviews/")) return review(path);
  if (take(path, "blueprints/level-")) {
    const auto level = takeLevel(path, ".xml");
    if (level && path.empty()) return {FileKind::kBlueprint, level, Blueprint::idOf(*level)};
  } else if (take(path, "updates/")) {
    if (const auto id = idOfFile(path)) return {FileKind::kStandardUpdate, {}, *id};
  } else if (take(path, "media/") && isMediaName(path)) {
    return {FileKind::kMedia, {}, Id::ofDigest(path.substr(0, 64)).value_or(Id{})};
  }
  return {};
}

bool isMediaName(std::string_view name) {
  if (name.size() < 66 || name.size() > 73 || name[64] != '.') return false;
  const std::string_view extension = name.substr(65);
  return std::ranges::all_of(name.substr(0, 64), isLowerHex) && Id::ofDigest(name.substr(0, 64)) &&
         std::ranges::all_of(extension,
                             [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); });
}

bool isSafePath(std::string_view path) {
  constexpr std::size_t kMost = 1000;
  if (path.empty() || path.size() > kMost || !isUtf8(path)) return false;
  const auto bad = [](char c) {
    return c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
  };
  if (std::ranges::any_of(path, bad)) return false;
  while (true) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end == 0 || path[0] == '.') return false;
    if (end == path.size()) return true;
    path.remove_prefix(end + 1);
  }
}

bool isUtf8(std::string_view text) {
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c < 0) return false;
  }
  return true;
}

std::string pathOf(const Object& object) {
  const auto levelled = [](std::string_view folder, Level level) {
    return std::string(folder) + "/level-" + std::to_string(level.number());
  };
  struct Visitor {
    decltype(levelled)& at;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::shared_ptr<const BankInfo>&) const { return "bank.xml"; }
    std::string operator()(const std::shared_ptr<const Standard>&) const { return "standard.xml"; }
    std::string operator()(const std::shared_ptr<const Blueprint>& b) const {
      return at("blueprints", b->level) + ".xml";
    }
    std::string operator()(const std::shared_ptr<const TheoryItem>& i) const {
      return at("items", i->level) + "/theory/" + i->id.str() + ".xml";
    }
    std::string operator()(const std::shared_ptr<const SkillItem>& i) const {
      return at("items", i->level) + "/skills/" + i->id.str() + ".xml";
    }
    std::string operator()(const std::shared_ptr<const ItemSet>& s) const {
      return at("items", s->level) + "/sets/" + s->id.str() + ".xml";
    }
    std::string operator()(const std::shared_ptr<const Paper>& p) const {
      return at("papers", p->level) + "/" + p->id.str() + ".xml";
    }
    std::string operator()(const std::shared_ptr<const People>&) const { return "people.xml"; }
    std::string operator()(const std::shared_ptr<const Waivers>&) const { return "waivers.xml"; }
    std::string operator()(const std::shared_ptr<const Judgements>&) const { return "judgements.xml"; }
    std::string operator()(const std::shared_ptr<const Dossier>&) const { return "filing/dossier.xml"; }
    std::string operator()(const std::shared_ptr<const Terms>&) const { return "terms.xml"; }
    std::string operator()(const std::shared_ptr<const Experts>&) const { return "experts.xml"; }
    std::string operator()(const std::shared_ptr<const PanelDraws>&) const { return "panel-draws.xml"; }
    std::string operator()(const std::shared_ptr<const StandardUpdate>& u) const {
      return "updates/" + u->id.str() + ".xml";
    }
    std::string operator()(const std::shared_ptr<const Media>& m) const { return "media/" + m->name; }
    std::string operator()(const std::shared_ptr<const Round>& r) const {
      return "reviews/" + r->id.str() + "/round.xml";
    }
    std::string operator()(const std::shared_ptr<const Submission>& s) const {
      return "reviews/" + s->round.str() + "/submissions/" + s->id.str() + ".xml";
    }
    std::string operator()(const std::shared_ptr<const Opinion>& o) const {
      return "reviews/" + o->round.str() + "/opinions/" + o->id.str() + ".xml";
    }
  };
  return std::visit(Visitor{levelled}, object);
}

}  // namespace tiku::formats
