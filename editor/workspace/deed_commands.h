#pragma once

#include <functional>

#include "editor/workspace/workspace.h"
#include "formats/base/say.h"

namespace tiku::editor {

/// Makes the commands of a room whose pages do deeds: an enumeration with kInsert, kRemove, kUp, kDown and
/// kFillDown, and others of its own.
template <typename Deed>
class DeedCommands {
 public:
  /// `can` and `perform` ask the page that is in front.
  DeedCommands(std::function<bool(Deed)> can, std::function<void(Deed)> perform)
      : can_(std::move(can)), perform_(std::move(perform)) {}

  /// Title and hint are marked for translation.
  [[nodiscard]] Command command(const char* title, const char* key, const char* hint, Deed deed) const {
    using formats::translate;
    return {translate(title), key, translate(hint), [perform = perform_, deed] { perform(deed); },
            [can = can_, deed] { return can(deed); }};
  }
  [[nodiscard]] Command insert(const char* hint) const {
    using formats::markForTranslation;
    return command(markForTranslation("插入一行(&I)"), "Ctrl+I", hint, Deed::kInsert);
  }
  [[nodiscard]] Command remove(const char* hint) const {
    using formats::markForTranslation;
    return command(markForTranslation("删除行(&D)"), "Ctrl+Delete", hint, Deed::kRemove);
  }
  [[nodiscard]] Command up() const {
    using formats::markForTranslation;
    return command(markForTranslation("上移(&U)"), "Alt+Up", markForTranslation("与上一行交换位置。"),
                   Deed::kUp);
  }
  [[nodiscard]] Command down() const {
    using formats::markForTranslation;
    return command(markForTranslation("下移(&N)"), "Alt+Down", markForTranslation("与下一行交换位置。"),
                   Deed::kDown);
  }
  [[nodiscard]] Command fillDown() const {
    using formats::markForTranslation;
    return command(markForTranslation("向下填充(&F)"), "Ctrl+D",
                   markForTranslation("把上面单元格的内容填进选中的单元格。"), Deed::kFillDown);
  }

 private:
  std::function<bool(Deed)> can_;
  std::function<void(Deed)> perform_;
};

}  // namespace tiku::editor
