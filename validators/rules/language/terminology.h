#pragma once

#include <memory>

#include "formats/model/bank.h"
#include "validators/language/terms/term_book.h"

namespace tiku::validators {

/// The bank's TermBook, made once per version of its terms, for all rules that look for terms.
class Terminology {
 public:
  const language::TermBook& book(const formats::Bank& bank) {
    const std::shared_ptr<const formats::Terms> terms = bank.get<formats::Terms>(formats::Terms::kId);
    if (book_ == nullptr || terms != terms_) {
      terms_ = terms;
      book_ = std::make_unique<language::TermBook>(terms.get());
    }
    return *book_;
  }

 private:
  std::shared_ptr<const formats::Terms> terms_;
  std::unique_ptr<language::TermBook> book_;
};

}  // namespace tiku::validators
