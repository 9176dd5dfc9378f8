#pragma once

#include <string>
#include <string_view>

#include "editor/text/reading_page.h"

namespace tiku::editor {

/// Writes a ReadingPage, piece by piece.
class PageWriter {
 public:
  /// Words that belong to no field.
  void add(std::string_view words);
  void add(std::string_view words, ReadingPage::Look look);
  /// A new line, unless the page is empty or stands at the beginning of one.
  void line();
  /// An empty line above what follows, unless the page is empty.
  void gap();

  /// The words of a field; `word` is what it is called.
  void field(const std::string& name, const std::string& word, const std::string& words);
  void field(const std::string& name, const std::string& word, const formats::RichText& words);
  /// The same in pieces: what comes between begin and end are words of the field, in their order.
  void begin(const std::string& name, const std::string& word);
  void words(std::string_view words);
  void end();

  [[nodiscard]] ReadingPage take() { return std::move(page_); }

 private:
  void put(std::string_view words, bool ofField);
  void look(int from, ReadingPage::Look look);
  void rich(const formats::RichText& text);
  void piece(const formats::Inline& piece);
  /// Shows something else for words of the field.
  void instead(std::string_view shown, int characters);

  ReadingPage page_;
  int field_ = -1;
  int at_ = 0;  ///< In the words of the field.
};

}  // namespace tiku::editor
