#include "validators/language/data/data_reader.h"

#include <algorithm>
#include <sstream>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "validators/language/characters.h"
#include "validators/language/checks/standard_number.h"

namespace tiku::validators::language {

using namespace formats;

namespace {

std::vector<std::string> split(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> parts;
  for (std::string part; stream >> part;) parts.push_back(part);
  return parts;
}

std::vector<std::u32string> words(const std::string& text) {
  std::vector<std::u32string> found;
  for (const std::string& part : split(text)) found.push_back(decode(part));
  return found;
}

}  // namespace

void LanguageDataReader::fail(Element at, const std::string& message) const {
  throw FormatError(ErrorCode::kNotUnderstood, message, {file_, at.line(), std::string(at.name())},
                    say("语言数据文件的写法见 docs/language.md。"));
}

void LanguageDataReader::forChildren(Element parent, std::initializer_list<Handler> handlers) const {
  for (Element child = parent.first(); child; child = child.next()) {
    const auto handler = std::ranges::find(handlers, child.name(), &Handler::first);
    if (handler == handlers.end()) {
      fail(child,
           say("<{parent}> 里不认识 <{found}>。", "parent"_a = parent.name(), "found"_a = child.name()));
    }
    handler->second(child);
  }
}

void LanguageDataReader::allowAttributes(Element element,
                                         std::initializer_list<std::string_view> known) const {
  for (const std::string_view name : element.attributeNames()) {
    if (std::ranges::find(known, name) == known.end()) {
      fail(element, say("不认识属性“{name}”。", "name"_a = name));
    }
  }
}

std::string LanguageDataReader::need(Element element, std::string_view name) const {
  std::string value = element.attribute(name);
  if (value.empty()) fail(element, say("缺少属性“{name}”。", "name"_a = name));
  return value;
}

std::u32string LanguageDataReader::word(Element element, std::string_view name, std::size_t least) const {
  std::u32string text = decode(need(element, name));
  if (text.size() < least) {
    fail(element, say("“{name}”至少要有 {least} 个字。", "name"_a = name, "least"_a = least));
  }
  return text;
}

void LanguageDataReader::read(const std::string& xml, const std::string& name) {
  file_ = name;
  const XmlDocument document = XmlDocument::parse(xml, name);
  const Element root = document.root();
  if (root.name() != "language") {
    fail(root, say("这里应是 <language>，却是 <{found}>。", "found"_a = root.name()));
  }
  allowAttributes(root, {});
  forChildren(root, {{"confusions", [this](Element e) { readConfusions(e); }},
                     {"units", [this](Element e) { readUnits(e); }},
                     {"ranges", [this](Element e) { readRanges(e); }},
                     {"doubled", [this](Element e) { readDoubled(e); }},
                     {"standards", [this](Element e) { readStandards(e); }},
                     {"names", [this](Element e) { readNames(e); }},
                     {"latin", [this](Element e) { readLatin(e); }},
                     {"alike", [this](Element e) { readAlike(e); }}});
}

WrongWord LanguageDataReader::wrongWord(Element element, const std::string& reason, std::size_t least) const {
  allowAttributes(element, {"wrong", "right", "reason", "unless", "not-with", "alone"});
  forChildren(element, {});
  WrongWord made;
  made.wrong = word(element, "wrong", least);
  made.right = need(element, "right");
  if (decode(made.right) == made.wrong) fail(element, say("“wrong”和“right”相同。"));
  made.reason = element.has("reason") ? need(element, "reason") : reason;
  made.unless = words(element.attribute("unless"));
  for (const std::u32string& longer : made.unless) {
    if (longer.find(made.wrong) == std::u32string::npos) {
      fail(element, say("“unless”里的“{word}”不含“{wrong}”，起不了作用。", "word"_a = encode(longer),
                        "wrong"_a = encode(made.wrong)));
    }
  }
  made.notWith = words(element.attribute("not-with"));
  made.alone = element.attribute("alone") == "yes";
  return made;
}

void LanguageDataReader::readConfusions(Element list) {
  allowAttributes(list, {"reason"});
  const std::string reason = list.attribute("reason");
  forChildren(list, {{"confusion", [&](Element element) {
                        WrongWord made = wrongWord(element, reason, 2);
                        data_.wrongTrie_.add(made.wrong, static_cast<int>(data_.wrongWords_.size()));
                        data_.wrongWords_.push_back(std::move(made));
                      }}});
}

void LanguageDataReader::readUnits(Element list) {
  allowAttributes(list, {"reason"});
  const std::string reason = list.attribute("reason");
  forChildren(list, {{"symbol",
                      [&](Element element) {
                        WrongWord made = wrongWord(element, reason, 1);
                        data_.symbols_.emplace(made.wrong, made);
                      }},
                     {"unit", [&](Element element) {
                        WrongWord made = wrongWord(element, reason, 2);
                        made.afterNumber = true;
                        made.certain = false;
                        data_.unitTrie_.add(made.wrong, static_cast<int>(data_.units_.size()));
                        data_.units_.push_back(std::move(made));
                      }}});
}

void LanguageDataReader::readRanges(Element list) {
  allowAttributes(list, {});
  for (const std::u32string& unit : words(list.text())) data_.rangeTrie_.add(unit, 0);
}

void LanguageDataReader::readDoubled(Element list) {
  allowAttributes(list, {});
  forChildren(list, {{"double", [&](Element element) {
                        allowAttributes(element, {"text", "unless"});
                        forChildren(element, {});
                        DoubledWord made{word(element, "text", 1), words(element.attribute("unless"))};
                        data_.doubledTrie_.add(made.text + made.text,
                                               static_cast<int>(data_.doubled_.size()));
                        data_.doubled_.push_back(std::move(made));
                      }}});
}

void LanguageDataReader::readStandards(Element list) {
  allowAttributes(list, {});
  forChildren(list, {{"standard", [&](Element element) {
                        allowAttributes(element, {"number", "current", "superseded", "replaced-by", "title"});
                        forChildren(element, {});
                        CitedStandard made;
                        made.number = need(element, "number");
                        const std::string bare = bareNumber(made.number);
                        if (bare.empty()) {
                          fail(element, say("“{number}”不是标准号；应如“GB/T 3100”。",
                                            "number"_a = element.attribute("number")));
                        }
                        made.current = element.attribute("current");
                        for (std::string& year : split(element.attribute("superseded"))) {
                          made.superseded.insert(std::move(year));
                        }
                        made.replacedBy = element.attribute("replaced-by");
                        made.title = need(element, "title");
                        data_.standards_.emplace(bare, made);
                      }}});
}

void LanguageDataReader::readNames(Element list) {
  allowAttributes(list, {});
  forChildren(list, {{"same", [&](Element element) {
                        allowAttributes(element, {"words", "unless", "reason"});
                        forChildren(element, {});
                        NameGroup made{words(need(element, "words")), words(element.attribute("unless")),
                                       element.attribute("reason")};
                        if (made.names.size() < 2) fail(element, say("“words”至少要有两个词，用空格分开。"));
                        data_.names_.push_back(std::move(made));
                      }}});
}

void LanguageDataReader::readLatin(Element list) {
  allowAttributes(list, {});
  for (const std::string& one : split(list.text())) data_.latinWords_.insert(lowered(one));
}

void LanguageDataReader::readAlike(Element list) {
  allowAttributes(list, {});
  for (const std::u32string& group : words(list.text())) {
    for (const char32_t c : group) data_.groupsOf_[c].push_back(data_.groups_);
    ++data_.groups_;
  }
}

}  // namespace tiku::validators::language
