#include "formats/exchange/tables/trace.h"

#include <algorithm>

#include "formats/exchange/tables/cells.h"

namespace tiku::formats::tables {
namespace {

class Tracer {
 public:
  Tracer(const Standard& standard, const LevelRequirements* level, bool skills,
         const std::map<std::string, std::string>& knowledge)
      : standard_(standard), level_(level), skills_(skills), knowledge_(knowledge) {}

  void trace(Scope& scope, const std::string& above, const Function* function,
             const WorkContent* content) const {
    const std::string code = above.empty() ? scope.code : above + "-" + scope.code;
    const std::string name = wordsKey(withoutNumber(scope.name));
    if (function == nullptr) {
      function = find(level_ == nullptr ? kNoFunctions : level_->functions, name);
      if (function != nullptr && !scope.requirement) scope.requirement = function->id;
    } else if (content == nullptr) {
      content = find(function->contents, name);
      if (content != nullptr && !scope.requirement) scope.requirement = content->id;
    }
    if (function == nullptr && !skills_ && !scope.requirement) {
      for (const BasicTopic& topic : standard_.basics) {
        if (wordsKey(topic.title) == name) scope.requirement = topic.id;
      }
    }
    for (Point& point : scope.points) tracePoint(point, code + "-" + point.code, function, content);
    for (Scope& child : scope.scopes) trace(child, code, function, content);
  }

 private:
  inline static const std::vector<Function> kNoFunctions;

  template <typename T>
  static const T* find(const std::vector<T>& named, const std::string& name) {
    const auto found =
        std::ranges::find(named, name, [](const T& t) { return wordsKey(withoutNumber(t.name)); });
    return found == named.end() ? nullptr : &*found;
  }

  void tracePoint(Point& point, const std::string& code, const Function* function,
                  const WorkContent* content) const {
    if (!point.requirements.empty() || level_ == nullptr) return;
    std::string words = point.name;
    if (!skills_) {
      const auto beside = knowledge_.find(code);
      if (beside == knowledge_.end()) return;
      words = withoutNumber(beside->second);
    }
    // The nearest agreement counts: in the work content, else in the function, else in the level.
    for (int width = 0; width < 3; ++width) {
      std::vector<Id> agreeing;
      for (const Function& f : level_->functions) {
        if (width < 2 && &f != function) continue;
        for (const WorkContent& c : f.contents) {
          if (width < 1 && &c != content) continue;
          for (const Requirement& entry : skills_ ? c.skills : c.knowledge) {
            if (sameWords(withoutNumber(entry.text), words)) agreeing.push_back(entry.id);
          }
        }
      }
      if (agreeing.size() == 1) point.requirements = agreeing;
      if (!agreeing.empty()) return;
    }
  }

  const Standard& standard_;
  const LevelRequirements* level_;
  bool skills_;
  const std::map<std::string, std::string>& knowledge_;
};

}  // namespace

void traceToStandard(ElementTable& table, const Standard& standard, Level level, bool skills,
                     const std::map<std::string, std::string>& knowledge) {
  const Tracer tracer(standard, standard.at(level), skills, knowledge);
  for (ElementTable::Top& top : table.tops) tracer.trace(top.scope, {}, nullptr, nullptr);
}

}  // namespace tiku::formats::tables
