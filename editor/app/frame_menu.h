#pragma once

#include <vector>

class wxMenu;
class wxMenuBar;

namespace tiku::editor {

class MainFrame;
class Workspace;
struct Command;

/// The menu bar: what every bank can do, and the menu of the workspace in front.
class FrameMenu {
 public:
  explicit FrameMenu(MainFrame& frame) : frame_(frame) {}

  /// Makes the bar and what its lines do, in place of the one that stood.
  void build();
  /// The workspace's own menu takes its place; null takes it away.
  void showWorkspace(Workspace* workspace, const char* title);
  /// Names what undo and redo would do, and lights what can be done now.
  void refresh();

 private:
  void listRecent();
  void addFile();
  void addSharing(wxMenu* into);
  void addEdit();
  void addView();
  void addTools();
  void addHelp();
  int add(wxMenu* menu, const char* title, const char* key, const char* hint, void (MainFrame::*what)());
  void bindClipboard();
  void fill(wxMenu* menu, const std::vector<Command>& commands);

  MainFrame& frame_;
  wxMenuBar* bar_ = nullptr;
  wxMenu* recent_ = nullptr;
  std::vector<int> wantBank_;  ///< Lines that are dark on the start page.
  int workspaceMenu_ = -1;     ///< Its place in the bar; -1 when there is none.
};

}  // namespace tiku::editor
