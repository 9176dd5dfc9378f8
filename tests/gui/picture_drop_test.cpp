// Pictures that are dropped on the fields of an item.
#include <fstream>

#include <catch2/catch.hpp>
#include <wx/dataobj.h>
#include <wx/dnd.h>
#include <wx/image.h>
#include <wx/panel.h>
#include <wx/timer.h>

#include "editor/widgets/attention_bar.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"

using namespace tiku;
using namespace tiku::tests;
using editor::ProseField;
using editor::Room;
using editor::shown;
using formats::Id;
using formats::TheoryItem;

namespace {

void goToItems(OpenEditor& window) {
  window.frame().goTo({.room = Room::kItems, .level = formats::Level::of(3)});
  REQUIRE(waitFor([&] { return window.frame().workspace()->place().room == Room::kItems; }));
}

const TheoryItem& itemShown(OpenEditor& window) {
  const auto* item = window.bank().find<TheoryItem>(window.frame().workspace()->place().object);
  REQUIRE(item != nullptr);
  return *item;
}

std::filesystem::path pictureFile(OpenEditor& window) {
  const std::filesystem::path file = window.folder() / "标尺.png";
  wxImage(8, 8).SaveFile(shown(file.string()), wxBITMAP_TYPE_PNG);
  return file;
}

}  // namespace

TEST_CASE("a picture file that is dropped on an option goes in where it was dropped, as one step") {
  OpenEditor window("liangju");
  goToItems(window);
  const Id item = itemShown(window).id;
  const formats::Bank before = window.bank();
  const std::string option = itemShown(window).options[1].str();
  auto* field = window.find<ProseField>("选项 B");
  field->dropFiles(0, {pictureFile(window).string()});
  REQUIRE(waitFor([&] { return itemShown(window).options[1].images().size() == 1; }));
  CHECK(itemShown(window).options[1].str() == "[图]" + option);
  CHECK(field->HasFocus());
  CHECK(window.document().undoTitle() == "插入图片");
  window.menu("撤销");
  CHECK(*window.bank().find<TheoryItem>(item) == *before.find<TheoryItem>(item));
  CHECK(window.bank().size() == before.size());
}

TEST_CASE("what is no picture, or too large a one, is refused in the attention bar and changes nothing") {
  OpenEditor window("liangju");
  goToItems(window);
  auto* stem = window.find<ProseField>("题干");
  const auto refusal = [&](const std::filesystem::path& file) {
    stem->dropFiles(0, {file.string()});
    REQUIRE(waitFor([&] { return !window.frame().attention().notes().empty(); }));
    const std::string text = window.frame().attention().notes().front().text;
    window.frame().forget("picture");
    return text;
  };
  const std::filesystem::path words = window.folder() / "说明.txt";
  std::ofstream(words) << "这是文字";
  CHECK(refusal(words) == "这不是 PNG、JPEG、GIF 或 BMP 图片，没有放进来。请另存为 PNG 再放。");
  const std::filesystem::path large = window.folder() / "大图.png";
  wxImage(9000, 2).SaveFile(shown(large.string()), wxBITMAP_TYPE_PNG);
  CHECK(refusal(large).starts_with("图片有 9000×2 个像素，太大"));
  const std::filesystem::path huge = window.folder() / "扫描.bmp";
  std::ofstream(huge) << "BM";
  std::filesystem::resize_file(huge, 17U << 20U);
  CHECK(refusal(huge).find("文件大小超过安全上限 16 MiB。请缩小图片再放。") != std::string::npos);
  CHECK_FALSE(window.document().canUndo());
}

TEST_CASE("a file is dragged onto the stem with the mouse, and words are dragged within it as before") {
  OpenEditor window("liangju");
  goToItems(window);
  auto* stem = window.find<ProseField>("题干");
  wxFileDataObject files;
  files.AddFile(shown(pictureFile(window).string()));
  wxUIActionSimulator mouse;
  wxTimer steps;
  int step = 0;
  // The drag has its own loop; the hand goes on beside it.
  steps.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
    const wxPoint end = stem->ClientToScreen(wxPoint(30, 12));
    ++step;
    if (step <= 5) mouse.MouseMove(end.x + 10 * (5 - step), end.y);
    if (step == 8) mouse.MouseUp();
  });
  const auto start = [&](wxMouseEvent&) {
    steps.Start(60);
    wxDropSource drag(files, &window.frame());
    drag.DoDragDrop(wxDrag_CopyOnly);
    steps.Stop();
  };
  auto* pad = new wxPanel(&window.frame(), wxID_ANY, wxPoint(2, 2), wxSize(20, 20));
  pad->Raise();
  pad->Bind(wxEVT_LEFT_DOWN, start);
  mouse.MouseMove(pad->ClientToScreen(wxPoint(10, 10)));
  wxYield();
  mouse.MouseDown();
  CHECK(waitFor([&] { return itemShown(window).stem.images().size() == 1; }));
}
