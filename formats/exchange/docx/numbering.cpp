#include "formats/exchange/docx/numbering.h"

#include <algorithm>
#include <charconv>

#include "formats/exchange/docx/number_format.h"
#include "formats/exchange/docx/symbol_font.h"

namespace tiku::formats {
namespace {

constexpr int kLargest = 1'000'000;  // A counter that a hostile file drives up stays printable.

std::optional<int> number(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value > kLargest || value < -kLargest) return std::nullopt;
  return value;
}

/// A child of the level, which Word may have wrapped for older readers (mc:AlternateContent).
XmlElement property(XmlElement level, std::string_view name) {
  if (const XmlElement found = level.first(name)) return found;
  for (XmlElement wrapped = level.first("AlternateContent"); wrapped;
       wrapped = wrapped.next("AlternateContent")) {
    if (const XmlElement found = wrapped.first("Fallback").first(name)) return found;
  }
  return {};
}

}  // namespace

Numbering::Numbering(XmlElement root, const Styles& styles) : styles_(&styles) {
  for (XmlElement e = root.first("abstractNum"); e; e = e.next("abstractNum")) readAbstract(e);
  for (XmlElement e = root.first("num"); e; e = e.next("num")) readNum(e);
  followStyleLinks(styles);
}

Numbering::Level Numbering::readLevel(XmlElement element) {
  Level level;
  level.start = number(element.first("start").attribute("val")).value_or(1);
  const std::string format = property(element, "numFmt").attribute("val");
  if (!format.empty()) level.format = format;
  level.text = element.first("lvlText").attribute("val");
  level.font = RunLook::of(element.first("rPr")).font;
  level.style = element.first("pStyle").attribute("val");
  level.restartAfter = number(element.first("lvlRestart").attribute("val"));
  level.legal = toggle(element, "isLgl").value_or(false);
  return level;
}

void Numbering::readAbstract(XmlElement element) {
  Abstract abstract;
  abstract.styleLink = element.first("numStyleLink").attribute("val");
  for (XmlElement e = element.first("lvl"); e; e = e.next("lvl")) {
    const int level = number(e.attribute("ilvl")).value_or(-1);
    if (level >= 0 && level < kLevels) abstract.levels.at(static_cast<std::size_t>(level)) = readLevel(e);
  }
  abstracts_.emplace(number(element.attribute("abstractNumId")).value_or(-1), std::move(abstract));
}

void Numbering::readNum(XmlElement element) {
  Num num;
  num.abstract = number(element.first("abstractNumId").attribute("val")).value_or(-1);
  for (XmlElement e = element.first("lvlOverride"); e; e = e.next("lvlOverride")) {
    const int level = number(e.attribute("ilvl")).value_or(-1);
    if (level < 0 || level >= kLevels) continue;
    const auto at = static_cast<std::size_t>(level);
    num.startOverride.at(at) = number(e.first("startOverride").attribute("val"));
    if (const XmlElement whole = e.first("lvl")) num.levelOverride.at(at) = readLevel(whole);
  }
  nums_.emplace(number(element.attribute("numId")).value_or(-1), std::move(num));
}

/// An abstract definition may only point at a numbering style, whose own definition holds the levels.
void Numbering::followStyleLinks(const Styles& styles) {
  for (auto& [id, num] : nums_) {
    const auto abstract = abstracts_.find(num.abstract);
    if (abstract == abstracts_.end() || abstract->second.styleLink.empty()) continue;
    const NumberingRef link = styles.numberingOf(abstract->second.styleLink);
    const auto target = link.numId ? nums_.find(*link.numId) : nums_.end();
    if (target != nums_.end() && target->first != id) num.abstract = target->second.abstract;
  }
}

int Numbering::levelOf(const Abstract& abstract, const NumberingRef& direct, const NumberingRef& inherited,
                       const std::string& style) const {
  if (direct.level) return *direct.level;
  if (!direct.numId) {  // Through its style: the level that names the style.
    for (const std::string& id : styles_->chain(style)) {
      for (int level = 0; level < kLevels; ++level) {
        if (abstract.levels.at(static_cast<std::size_t>(level)).style == id) return level;
      }
    }
    return inherited.level.value_or(0);
  }
  return 0;
}

const Numbering::Level& Numbering::levelAt(const Num& num, const Abstract& abstract, int level) const {
  const auto at = static_cast<std::size_t>(level);
  return num.levelOverride.at(at) ? *num.levelOverride.at(at) : abstract.levels.at(at);
}

std::string Numbering::label(const NumberingRef& direct, const std::string& style) {
  if (styles_ == nullptr) return {};
  const NumberingRef inherited = styles_->numberingOf(style);
  const std::optional<int> numId = direct.numId ? direct.numId : inherited.numId;
  if (!numId || *numId == 0) return {};  // 0 takes a paragraph out of its style's list.
  const auto num = nums_.find(*numId);
  if (num == nums_.end()) return {};
  const auto abstract = abstracts_.find(num->second.abstract);
  if (abstract == abstracts_.end()) return {};
  const int level = std::clamp(levelOf(abstract->second, direct, inherited, style), 0, kLevels - 1);
  count(*numId, num->second, abstract->second, level);
  return print(num->second, abstract->second, level);
}

void Numbering::count(int numId, const Num& num, Abstract& abstract, int level) {
  const auto at = static_cast<std::size_t>(level);
  std::optional<int>& counter = abstract.counters.at(at);
  const bool first = started_.emplace(numId, level).second;
  if (first && num.startOverride.at(at)) {
    counter = num.startOverride.at(at);
  } else if (counter) {
    counter = std::min(*counter + 1, kLargest);
  } else {
    counter = levelAt(num, abstract, level).start;
  }
  for (int deeper = level + 1; deeper < kLevels; ++deeper) {
    const std::optional<int> after = levelAt(num, abstract, deeper).restartAfter;
    if (!after || level < *after) abstract.counters.at(static_cast<std::size_t>(deeper)).reset();
  }
}

std::string Numbering::print(const Num& num, const Abstract& abstract, int level) const {
  const Level& its = levelAt(num, abstract, level);
  if (its.format == "bullet") {
    bool unknown = false;
    std::string bullet = withoutPrivateUse(its.text, its.font, unknown);
    if (bullet.size() == 1) bullet = symbolText(its.font, static_cast<unsigned char>(bullet[0]));
    return unknown || bullet.empty() ? "•" : bullet;
  }
  std::string label;
  for (std::size_t i = 0; i < its.text.size(); ++i) {
    const char next = i + 1 < its.text.size() ? its.text[i + 1] : '\0';
    if (its.text[i] != '%' || next < '1' || next > '9') {
      label += its.text[i];
      continue;
    }
    const int other = next - '1';
    const Level& shown = levelAt(num, abstract, other);
    const int value = abstract.counters.at(static_cast<std::size_t>(other)).value_or(shown.start);
    label += formatNumber(value, its.legal ? "decimal" : shown.format);
    ++i;
  }
  return label;
}

}  // namespace tiku::formats
