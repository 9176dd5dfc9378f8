#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/scrolwin.h>

class wxBoxSizer;
class wxButton;
class wxStaticText;

namespace tiku::editor {

class StyledWords;

/// Two states of an object beside each other, a field below the other, with the words that differ marked. A
/// field can be taken from either side.
class SideBySide final : public wxScrolledWindow {
 public:
  enum class Side { kLeft, kRight };
  struct Field {
    std::string name;
    std::string word;  ///< 题干
    std::string left;  ///< The field in words.
    std::string right;
    std::string note;  ///< Below the head: by whom it was changed. May be empty.
    bool mayTakeLeft = false;
    bool mayTakeRight = false;
  };

  /// `take` is called with the name of a field and the side whose state is wanted.
  SideBySide(wxWindow* parent, std::function<void(const std::string& field, Side side)> take);

  /// What stands over the columns, and the fields; from its top.
  void show(const std::string& left, const std::string& right, const std::vector<Field>& fields);
  /// Nothing but a sentence, which may be empty.
  void say(const std::string& sentence);

 private:
  struct Row {
    wxBoxSizer* whole = nullptr;
    wxStaticText* head = nullptr;
    wxStaticText* note = nullptr;
    wxButton* takeLeft = nullptr;
    wxButton* takeRight = nullptr;
    StyledWords* left = nullptr;
    StyledWords* right = nullptr;
    std::string field;
  };

  Row& row(std::size_t number);
  void makeRow(std::size_t number);
  void fill(Row& row, const Field& field);
  void fitHeights();

  std::function<void(const std::string&, Side)> take_;
  wxStaticText* sentence_ = nullptr;
  wxStaticText* left_ = nullptr;
  wxStaticText* right_ = nullptr;
  wxBoxSizer* heads_ = nullptr;
  std::vector<Row> rows_;
  std::size_t shown_ = 0;
  int width_ = 0;  ///< That the heights were made for.
};

}  // namespace tiku::editor
