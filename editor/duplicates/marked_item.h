#pragma once

#include <string>

#include <wx/textctrl.h>

#include "validators/similarity/pair.h"
#include "workflows/duplicates/item_source.h"

namespace tiku::editor {

/// One item of a pair: its words with those marked that the other item has, too, and those that it has not.
class MarkedItem final : public wxTextCtrl {
 public:
  MarkedItem(wxWindow* parent, const std::string& name);
  void show(const workflows::ItemSource& source, std::size_t at, const validators::PairMarks& marks);
};

}  // namespace tiku::editor
