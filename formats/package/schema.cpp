#include "formats/package/schema.h"

#include <map>
#include <memory>
#include <mutex>

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "formats/base/error.h"
#include "formats/base/resources.h"
#include "formats/base/say.h"
#include "formats/package/paths.h"
#include "formats/package/xml/tree.h"

namespace tiku::formats {
namespace {

struct Closer {
  void operator()(xmlDoc* document) const { ::xmlFreeDoc(document); }
  void operator()(xmlRelaxNG* schema) const { ::xmlRelaxNGFree(schema); }
  void operator()(xmlRelaxNGParserCtxt* parser) const { ::xmlRelaxNGFreeParserCtxt(parser); }
  void operator()(xmlRelaxNGValidCtxt* judge) const { ::xmlRelaxNGFreeValidCtxt(judge); }
};
template <typename T>
using Owned = std::unique_ptr<T, Closer>;

// The schema with its includes replaced by what they include: there is no file to be found at run time.
std::string joined(const std::string& name) {
  xml::Parser parser{Limits{}};
  const auto root = parser.parse(resource("schemas/" + name), name);
  for (xml::Node& node : root->content) {
    if (!node.element || node.element->name != "include") continue;
    const std::string* file = node.element->attribute("href");
    node.element = parser.parse(resource("schemas/" + *file), *file);
    node.element->name = "div";
  }
  return xml::document(*root);
}

void collectErrors(void* user, xmlErrorPtr error) {
  std::string detail = error->message == nullptr ? "" : error->message;
  while (!detail.empty() && detail.back() == '\n') detail.pop_back();
  static_cast<std::vector<SchemaFault>*>(user)->push_back({error->line, std::move(detail)});
}

xmlRelaxNG& compiled(const std::string& name) {
  static std::mutex mutex;
  static std::map<std::string, Owned<xmlRelaxNG>> schemas;
  const std::scoped_lock lock(mutex);
  Owned<xmlRelaxNG>& schema = schemas[name];
  if (!schema) {
    const std::string text = joined(name);
    const Owned<xmlRelaxNGParserCtxt> parser(
        ::xmlRelaxNGNewMemParserCtxt(text.data(), static_cast<int>(text.size())));
    std::vector<SchemaFault> faults;
    ::xmlRelaxNGSetParserStructuredErrors(parser.get(), &collectErrors, &faults);
    schema.reset(::xmlRelaxNGParse(parser.get()));
    if (!schema) throw std::logic_error(name + ": " + (faults.empty() ? "" : faults.front().message));
  }
  return *schema;
}

}  // namespace

std::string schemaOf(std::string_view path) {
  switch (parsePath(path).kind) {
    case FileKind::kManifest:
      return "manifest.rng";
    case FileKind::kBankInfo:
      return "bank.rng";
    case FileKind::kStandard:
      return "standard.rng";
    case FileKind::kBlueprint:
      return "blueprint.rng";
    case FileKind::kTheoryItem:
      return "theory-item.rng";
    case FileKind::kSkillItem:
      return "skills-item.rng";
    case FileKind::kItemSet:
      return "item-set.rng";
    case FileKind::kPaper:
      return "paper.rng";
    case FileKind::kPeople:
      return "people.rng";
    case FileKind::kWaivers:
      return "waivers.rng";
    case FileKind::kJudgements:
      return "judgements.rng";
    case FileKind::kDossier:
      return "dossier.rng";
    case FileKind::kTerms:
      return "terms.rng";
    case FileKind::kRound:
      return "round.rng";
    case FileKind::kSubmission:
      return "submission.rng";
    case FileKind::kOpinion:
      return "opinion.rng";
    case FileKind::kExperts:
      return "experts.rng";
    case FileKind::kPanelDraws:
      return "panel-draws.rng";
    case FileKind::kStandardUpdate:
      return "standard-update.rng";
    case FileKind::kMedia:
    case FileKind::kLog:
    case FileKind::kForeign:
      return {};
  }
  return {};
}

std::vector<SchemaFault> validate(std::string_view path, const std::string& content, const Limits& limits) {
  const std::string schema = schemaOf(path);
  if (schema.empty()) {
    throw FormatError(ErrorCode::kUsage, say("这个文件没有对应的格式定义。"), {std::string(path), 0, {}});
  }
  return validateWith(schema, path, content, limits);
}

std::vector<SchemaFault> validateWith(const std::string& schema, std::string_view path,
                                      const std::string& content, const Limits& limits) {
  // Only for what it refuses: the limits, DOCTYPE, and what is no XML.
  xml::Parser(limits).parse(content, std::string(path));
  const Owned<xmlDoc> document(::xmlReadMemory(content.data(), static_cast<int>(content.size()), nullptr,
                                               "UTF-8",
                                               XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOERROR));
  if (!document)
    throw FormatError(ErrorCode::kNotUnderstood, say("文件是空的，或者不是 XML。"),
                      {std::string(path), 0, {}});
  const Owned<xmlRelaxNGValidCtxt> judge(::xmlRelaxNGNewValidCtxt(&compiled(schema)));
  std::vector<SchemaFault> faults;
  ::xmlRelaxNGSetValidStructuredErrors(judge.get(), &collectErrors, &faults);
  const int verdict = ::xmlRelaxNGValidateDoc(judge.get(), document.get());
  if (verdict != 0 && faults.empty()) faults.push_back({1, schema});
  for (SchemaFault& fault : faults) {
    fault.message = say("不符合 {schema}：{detail}", "schema"_a = schema, "detail"_a = fault.message);
  }
  return faults;
}

}  // namespace tiku::formats
