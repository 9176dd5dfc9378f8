#include "formats/exchange/qti/responses.h"

#include <algorithm>
#include <cstdlib>

#include "formats/exchange/qti/dialect.h"

namespace tiku::formats::qti {
namespace {

// What this program writes for several blanks: SCORE is a share of the sum of the mapped answers.
bool isSumOfBlanks(XmlElement element) {
  const std::string name = plainName(element);
  const bool known = name == "setOutcomeValue" || name == "divide" || name == "sum" ||
                     name == "mapResponse" || name == "baseValue";
  if (!known) return false;
  if (name == "setOutcomeValue" && attributeOf(element, "identifier") != "SCORE") return false;
  for (XmlElement child = element.first(); child; child = child.next()) {
    if (!isSumOfBlanks(child)) return false;
  }
  return true;
}

std::string templateName(std::string address) {
  address = address.substr(address.rfind('/') + 1);
  if (address.ends_with(".xml")) address.resize(address.size() - 4);
  return address;
}

}  // namespace

std::vector<std::string> Response::accepted() const {
  double most = 0;
  for (const auto& [value, worth] : mapping) most = std::max(most, worth);
  std::vector<std::string> values;
  for (const auto& [value, worth] : mapping) {
    if (worth > 0 && worth == most) values.push_back(value);
  }
  if (values.empty()) return correct;
  for (const std::string& value : correct) {
    if (std::ranges::find(values, value) == values.end()) values.insert(values.begin(), value);
  }
  return values;
}

bool Response::hasParts() const {
  double most = 0;
  for (const auto& [value, worth] : mapping) most = std::max(most, worth);
  return std::ranges::any_of(mapping,
                             [most](const auto& entry) { return entry.second > 0 && entry.second < most; });
}

std::map<std::string, Response> responsesOf(XmlElement item) {
  std::map<std::string, Response> responses;
  for (XmlElement one = firstOf(item, "responseDeclaration"); one; one = nextOf(one, "responseDeclaration")) {
    Response response;
    response.cardinality = attributeOf(one, "cardinality");
    response.baseType = attributeOf(one, "baseType");
    const XmlElement right = firstOf(one, "correctResponse");
    for (XmlElement value = firstOf(right, "value"); value; value = nextOf(value, "value"))
      response.correct.push_back(value.text());
    const XmlElement mapping = firstOf(one, "mapping");
    for (XmlElement entry = firstOf(mapping, "mapEntry"); entry; entry = nextOf(entry, "mapEntry")) {
      response.mapping.emplace_back(attributeOf(entry, "mapKey"),
                                    std::strtod(attributeOf(entry, "mappedValue").c_str(), nullptr));
    }
    responses.emplace(attributeOf(one, "identifier"), std::move(response));
  }
  return responses;
}

Marking markingOf(XmlElement item) {
  const XmlElement processing = firstOf(item, "responseProcessing");
  if (!processing) return Marking::kNone;
  const XmlElement rule = processing.first();
  const std::string name = templateName(attributeOf(processing, "template"));
  if (!rule) {
    if (name.empty()) return Marking::kNone;
    if (name == "match_correct" || name == "CC2_match" || name == "CC2_match_basic") return Marking::kMatch;
    if (name == "map_response" || name == "CC2_map_response") return Marking::kMap;
    return Marking::kOwn;
  }
  const bool sum =
      name.empty() && !rule.next() && plainName(rule) == "setOutcomeValue" && isSumOfBlanks(rule);
  return sum ? Marking::kMap : Marking::kOwn;
}

}  // namespace tiku::formats::qti
