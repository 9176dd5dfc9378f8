#include "editor/sync/merged_page.h"

#include <algorithm>

#include "editor/widgets/page.h"
#include "editor/widgets/preview.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/compare/named_ids.h"
#include "workflows/merge/merge.h"

namespace tiku::editor {

using formats::Bank;
using formats::MergeAnswer;
using formats::MergeQuestion;
using formats::Object;
using formats::say;

namespace {

const formats::ItemSet* setOf(const Bank& bank, formats::Id item) {
  const formats::ItemSet* found = nullptr;
  bank.forEach<formats::ItemSet>([&](const auto& set) {
    if (std::ranges::find(set->items, item) != set->items.end()) found = set.get();
  });
  return found;
}

// "<object>/theory/<point>/name": the field is "theory".
std::string fieldIn(const std::string& address) {
  const std::size_t from = address.find('/');
  if (from == std::string::npos) return {};
  return address.substr(from + 1, address.find('/', from + 1) - from - 1);
}

std::string lines(const std::string& text) {
  std::string html;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    html += (from == 0 ? "" : "<br>") + page::words(text.substr(from, end - from));
    from = end + 1;
  }
  return html;
}

std::string pageOf(const Bank& bank, const MergeQuestion& question) {
  const Object* object = bank.object(question.object);
  if (object == nullptr) return "<p><i>" + page::words(say("合并后没有它。")) + "</i></p>";
  if (const auto* item = formats::as<formats::TheoryItem>(*object))
    return previewOf(*item, setOf(bank, item->id));
  if (const auto* item = formats::as<formats::SkillItem>(*object)) return previewOf(*item);
  const std::string field = fieldIn(question.address);
  if (field.empty()) return "<p>" + page::words(say("合并后留着它。")) + "</p>";
  return "<p><b>" + page::words(formats::fieldWord(*object, field)) + "</b></p><p>" +
         lines(formats::withNames(formats::fieldText(*object, field), bank)) + "</p>";
}

// A file is shown by its answer alone.
std::string pageOfFile(const MergeQuestion& question, const formats::MergeAnswers& answers) {
  const auto answer = answers.find(question.address);
  const bool theirs = answer != answers.end() && answer->second.take == MergeAnswer::Take::kTheirs;
  return "<p>" + lines(theirs ? question.theirs : question.mine) + "</p>";
}

}  // namespace

MergedPage mergedPage(const formats::Repository& repository, const std::string& theirs,
                      const formats::MergeAnswers& answers, const Bank& bank, const MergeQuestion& question) {
  MergedPage made{{}, bank};
  if (question.about == MergeQuestion::About::kFile) {
    made.html = pageOfFile(question, answers);
    return made;
  }
  made.bank.apply(workflows::mergeRevision(repository, theirs, answers).edit);
  made.html = pageOf(made.bank, question);
  return made;
}

}  // namespace tiku::editor
