#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "editor/document/worker.h"
#include "editor/workspace/host.h"

class wxWindow;

namespace tiku::editor {

/// What can be done to a round as a whole. Each deed asks who, when and why, is one step to undo, and is
/// written to the files at once: what was sent to others or taken from them must not be lost with a computer.
class RoundDeeds {
 public:
  /// `showPage` brings a page of the room to the front, by its name.
  RoundDeeds(wxWindow* parent, Host& host, std::function<void(const std::string& page)> showPage);
  ~RoundDeeds() { task_.cancel(); }

  /// A new round, by a dialog; `begun` is told which.
  void begin(const std::function<void(formats::Id)>& begun);
  /// The round comes into the state, if the user still wants it when he is asked.
  void bring(formats::Id round, formats::RoundState to);
  /// What the button for that says.
  static std::string titleFor(formats::RoundState from, formats::RoundState to);

  /// Files for these experts, for all who have none yet where there are none; asks where to.
  void invite(formats::Id round, std::vector<formats::Id> experts);
  /// Where the round's key lies; asks where it is not in its place. Empty when nobody knows.
  std::optional<std::filesystem::path> keyFile(formats::Id round);
  /// Makes the change and saves. False when either could not be.
  bool keep(const formats::Edit& edit);
  /// Runs with the bank as it was when the round began; says why where that cannot be had.
  void withReviewed(formats::Id round, const std::function<void(const formats::Bank& reviewed)>& then);

 private:
  /// Says why the deed cannot be done now; false when it can.
  bool refuses(const formats::Round& round, formats::RoundState to);
  void open(const formats::Round& round);
  void conclude(const formats::Round& round, formats::RoundState to);
  void beginRectifying(const formats::Round& round);
  void handIn(const formats::Round& round);
  void sendBack(const formats::Round& round);
  void writeFiles(const formats::Bank& reviewed, formats::Id round, std::vector<formats::Id> experts,
                  const std::filesystem::path& key, const std::filesystem::path& folder);
  [[nodiscard]] Document& document() const { return host_.document(); }
  [[nodiscard]] const formats::Bank& bank() const { return document().bank(); }
  void tell(Note::Kind kind, const std::string& words);

  wxWindow* parent_;
  Host& host_;
  std::function<void(const std::string&)> showPage_;
  std::map<formats::Id, std::filesystem::path> keys_;  ///< Where the user said they lie.
  Task task_;
};

}  // namespace tiku::editor
