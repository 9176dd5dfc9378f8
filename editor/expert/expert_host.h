#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "editor/document/review_session.h"
#include "editor/workspace/host.h"

namespace tiku::editor {

/// The window around the pages of an expert's file, as they know it.
class ExpertHost {
 public:
  virtual ~ExpertHost() = default;

  [[nodiscard]] virtual ReviewSession& session() = 0;
  /// Changes what he says, or tells why not: asks before it takes a submission back. True when it was done.
  virtual bool change(const workflows::AnswerEntry& entry, const std::string& title,
                      std::string_view mergeKey) = 0;
  bool change(const workflows::AnswerEntry& entry, const std::string& title) {
    return change(entry, title, {});
  }
  virtual void goTo(const ReviewPlace& place) = 0;
  virtual void note(Note note) = 0;
  /// Of what is read and written here, in points.
  [[nodiscard]] virtual int textSize() const = 0;
};

}  // namespace tiku::editor
