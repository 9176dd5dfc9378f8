#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "validators/checker/rule.h"

namespace tiku::validators {

/// Keeps what a rule says, to be told later in the same order.
class FindingBuffer final : public FindingSink {
 public:
  void put(Finding finding) override { said_.emplace_back(std::make_unique<Finding>(std::move(finding))); }
  void clear(formats::Id subject, std::string_view field) override {
    said_.emplace_back(std::pair(subject, std::string(field)));
  }
  void clearSubject(formats::Id subject) override { said_.emplace_back(subject); }

  void tell(FindingSink& sink) {
    for (auto& one : said_) {
      if (auto* finding = std::get_if<std::unique_ptr<Finding>>(&one)) {
        sink.put(std::move(**finding));
      } else if (const auto* field = std::get_if<std::pair<formats::Id, std::string>>(&one)) {
        sink.clear(field->first, field->second);
      } else {
        sink.clearSubject(std::get<formats::Id>(one));
      }
    }
    said_.clear();
  }

 private:
  /// To put; the field of a subject to clear; the subject to clear.
  std::vector<std::variant<std::unique_ptr<Finding>, std::pair<formats::Id, std::string>, formats::Id>> said_;
};

}  // namespace tiku::validators
