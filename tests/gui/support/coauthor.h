#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "editor/document/document.h"

namespace tiku::tests {

/// Somebody else who writes the same bank, on a machine of his own.
class Coauthor {
 public:
  /// With a copy of the bank as it is, history and all.
  Coauthor(const std::filesystem::path& bank, const std::filesystem::path& folder, const std::string& name);

  [[nodiscard]] editor::Document& document() { return *document_; }
  /// Changes a theory item and checks that in.
  void change(formats::Id item, const std::string& message,
              const std::function<void(formats::TheoryItem&)>& how);
  /// His check-ins come to the bank, as a fetch brings them; its branch and its files stay as they are.
  void sendTo(const std::filesystem::path& bank) const;

 private:
  std::filesystem::path folder_;
  std::unique_ptr<editor::Document> document_;
};

/// Changes a theory item of an open bank and checks that in.
void changeAndCheckIn(editor::Document& document, formats::Id item, const std::string& message,
                      const std::function<void(formats::TheoryItem&)>& how);

/// Whose name is on the check-ins that are made here.
void callAuthor(const std::filesystem::path& bank, const std::string& name);

}  // namespace tiku::tests
