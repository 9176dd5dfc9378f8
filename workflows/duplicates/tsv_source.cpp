#include "workflows/duplicates/tsv_source.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/duplicates/tsv_items.h"

namespace tiku::workflows {

using namespace formats;
using validators::ItemWords;
using validators::StatementList;

namespace {

constexpr std::size_t kShownProblems = 20;

class TsvSource final : public ItemSource {
 public:
  TsvSource(std::string name, TsvItems items) : name_(std::move(name)), items_(std::move(items)) {}

  [[nodiscard]] const std::string& name() const override { return name_; }
  [[nodiscard]] std::size_t size() const override { return items_.size(); }
  void read(std::size_t at, ItemWords& words) const override { items_.item(at, words); }
  [[nodiscard]] std::optional<StatementList> statements(unsigned threads) const override {
    return items_.statements(threads);
  }
  [[nodiscard]] ItemLabel label(std::size_t at) const override {
    ItemLabel label;
    label.id = items_.id(at);
    if (label.id.empty()) label.id = say("第 {line} 行", "line"_a = items_.line(at));
    ItemWords words;
    items_.item(at, words);
    label.type = validators::typeWord(words.type);
    return label;
  }

 private:
  std::string name_;
  TsvItems items_;
};

}  // namespace

std::unique_ptr<ItemSource> openTsv(const std::filesystem::path& file, std::vector<std::string>& notes) {
  TsvItems items = TsvItems::read(file);
  for (const TsvItems::Problem& problem : items.problems(kShownProblems)) {
    notes.push_back(say("第 {line} 行：{reason}", "line"_a = problem.line, "reason"_a = problem.reason));
  }
  return std::make_unique<TsvSource>(file.filename().string(), std::move(items));
}

}  // namespace tiku::workflows
