#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <wx/dataview.h>

#include "formats/model/values.h"

namespace tiku::editor {

/// Lines of words one below the other, each of an object, any number of them: only what is seen is drawn.
/// Several can be chosen; what is chosen is known by its object, wherever it stands.
class ObjectList : public wxDataViewCtrl {
 public:
  ~ObjectList() override;

  /// Other lines are chosen. Not told when the program chooses.
  void onChosen(std::function<void()> chosen) { chosen_ = std::move(chosen); }
  /// Enter, or a double click, on a line.
  void onOpen(std::function<void()> open) { open_ = std::move(open); }
  void choose(formats::Id object);

 protected:
  /// `name` is said by screen readers. addColumn() is to be called `columns` times, from column 0 on.
  ObjectList(wxWindow* parent, unsigned columns, std::string_view name);

  /// `width` in DIP. Words that do not fit lose their end, or their middle.
  void addColumn(const std::string& title, int width, bool middle = false);
  /// The list has these lines now. What was chosen stays chosen where it is among them; where nothing of it
  /// is, what stands in its place now. The same lines again stay scrolled where they are.
  void showObjects(std::vector<formats::Id> objects);
  /// The chosen lines, ascending.
  [[nodiscard]] std::vector<std::size_t> chosenRows() const;

  [[nodiscard]] virtual std::string words(std::size_t row, unsigned column) const = 0;
  /// False where it looks as all others do.
  virtual bool paint(std::size_t row, unsigned column, wxDataViewItemAttr& look) const = 0;

 private:
  class Model;
  void chooseRow(std::size_t row);

  std::vector<formats::Id> objects_;
  wxObjectDataPtr<Model> model_;
  std::function<void()> chosen_;
  std::function<void()> open_;
  bool quiet_ = false;
};

}  // namespace tiku::editor
