// A person who was handed a standard, tables and notes makes a bank of them in the editor alone, from the
// start page to the bundle. The words are those of the sample bank, as they would stand in Word and Excel.
#include <algorithm>

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/filepicker.h>
#include <wx/grid.h>
#include <wx/textctrl.h>

#include "editor/start/start_page.h"
#include "editor/widgets/attention_bar.h"
#include "editor/widgets/clipboard.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/words.h"
#include "formats/package/package.h"
#include "tests/gui/support/bank_words.h"
#include "tests/gui/support/hands.h"
#include "tests/support/places.h"
#include "workflows/filing/verify.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::Half;
using editor::ProseField;
using editor::Room;
using editor::shown;
using editor::TableGrid;
using editor::typed;

namespace {

/// Answers a dialog by hand: it is shown, and `what` clicks and types in it.
std::function<int(wxDialog*)> byHand(std::function<void(wxDialog*)> what) {
  return [what = std::move(what)](wxDialog* dialog) {
    dialog->CallAfter([dialog, what] {
      // What fails has been told; no exception may pass through the toolkit.
      try {
        what(dialog);
      } catch (...) {
        if (dialog->IsModal()) dialog->EndModal(wxID_CANCEL);
      }
    });
    return static_cast<int>(wxID_NONE);
  };
}

template <typename T>
T* childOf(wxWindow* window) {
  for (wxWindow* child : window->GetChildren()) {
    if (auto* found = dynamic_cast<T*>(child)) return found;
    if (T* found = childOf<T>(child)) return found;
  }
  return nullptr;
}

/// The person, with the sample's words at hand.
class Author {
 public:
  Author() : sample(loadBank(sourceRoot() / "samples" / "liangju").bank), levels(sample.info().levels) {
    std::ranges::sort(levels, std::greater());
  }

  OpenEditor window;
  const Bank sample;
  std::vector<Level> levels;

  const Bank& bank() { return window.bank(); }
  void key(int code, int modifiers = wxMOD_NONE) { window.hands().key(code, modifiers); }

  /// Writes into a field what it shall hold, in place of what it holds.
  void write(wxWindow* field, const std::string& words) {
    field->SetFocus();
    REQUIRE(waitFor([&] { return field->HasFocus(); }));
    key('A', wxMOD_CONTROL);
    window.hands().type(words);
    const auto* entry = dynamic_cast<wxTextEntry*>(field);
    INFO("written: " << words);
    REQUIRE(waitFor([&] { return entry == nullptr || typed(entry->GetValue()) == words; }));
  }
  void write(const std::string& field, const std::string& words) {
    if (!words.empty()) write(window.find<wxWindow>(field), words);
  }
  /// Goes down a list of choices with the arrow key.
  void choose(wxChoice* choice, int line) {
    choice->SetFocus();
    for (int step = 0; choice->GetSelection() != line && step < 10; ++step) {
      const int before = choice->GetSelection();
      key(before < line ? WXK_DOWN : WXK_UP);
      REQUIRE(waitFor([&] { return choice->GetSelection() != before; }));
    }
    REQUIRE(choice->GetSelection() == line);
  }
  TableGrid* table(const std::string& name) {
    for (wxWindow* at = window.find<wxWindow>(name); at != nullptr; at = at->GetParent()) {
      if (auto* grid = dynamic_cast<TableGrid*>(at)) return grid;
    }
    FAIL("no table " << name);
    return nullptr;
  }
  /// Pastes cells at a corner of the table of this name.
  void paste(const std::string& name, int row, int column, const std::string& cells) {
    TableGrid* grid = table(name);
    grid->SetFocus();
    REQUIRE(waitFor([&] { return grid->hasKeyboard(); }));
    grid->select(row, column);
    const auto before = window.document().generation();
    editor::setClipboardText(cells);
    key('V', wxMOD_CONTROL);
    waitFor([&] { return window.document().generation() != before || !grid->told().empty(); });
    INFO(name << ": " << cells);
    CHECK(grid->told() == "");
    REQUIRE(window.document().generation() != before);
  }
  int rowsOf(const std::string& name) {
    return dynamic_cast<wxGrid*>(window.find<wxWindow>(name))->GetNumberRows();
  }

  void makeBank();
  void writeStandard();
  void writeBlueprint(Level level);
  void pasteElements(Level level, Half half);
  void pasteItems(Level level);
  void writeSkillItem(const SkillItem& item);
  void fillForms();
  void checkIn();
  void exportTo(const std::filesystem::path& file);
};

void Author::makeBank() {
  Answers dialogs({byHand([this](wxDialog* dialog) {
    const auto named = [dialog](const std::string& name) {
      wxWindow* found = wxWindow::FindWindowByName(shown(name), dialog);
      REQUIRE(found != nullptr);
      return found;
    };
    const BankInfo& info = sample.info();
    write(named("题库名称(&T)"), "量具检校员题库");
    write(named("职业编码(&C)"), info.occupation->str());
    write(named("职业名称(&O)"), info.occupationName);
    for (const Level level : levels)
      window.hands().click(wxWindow::FindWindowByLabel(shown(level.name()), dialog));
    auto* profiles = dynamic_cast<wxChoice*>(named("规则"));
    choose(profiles, profiles->FindString(shown("教学示例规则（非法规）")));
    write(childOf<wxDirPickerCtrl>(dialog)->GetTextCtrl(), window.folder().string());
    wxWindow* create = wxWindow::FindWindowById(wxID_OK, dialog);
    REQUIRE(waitFor([&] { return create->IsEnabled(); }));
    window.hands().click(create);
  })});
  window.hands().click(
      childOf<wxButton>(childOf<editor::StartPage>(&window.frame())));  // 新建题库 is the first of them.
  REQUIRE(waitFor([this] { return window.frame().hasBank(); }, 30'000));
  CHECK(bank().info().levels.size() == 2);
  CHECK(bank().info().profile == "tutorial");
}

void Author::writeStandard() {
  const Standard& standard = *sample.standard();
  window.menu("职业标准");
  window.hands().click(window.find<wxButton>("建立职业标准"));
  REQUIRE(waitFor([this] { return bank().standard() != nullptr; }));
  const auto at = [this](const std::string& field, std::optional<Level> level = {}) {
    window.frame().goTo({.room = Room::kStandard, .level = level, .field = field});
  };
  for (std::size_t i = 2; i < standard.overview.size(); ++i) {
    at("overview/" + std::to_string(i));
    write("正文", standard.overview[i].text.str());
  }
  at("basics");
  paste("基本要求", 0, 0, basicsWords(standard));
  for (const Level level : levels) {
    at("level-" + std::to_string(level.number()), level);
    paste("工作要求", 0, 0, requirementWords(*standard.at(level)));
  }
  at("theory-weights");
  paste("理论知识权重表", 0, 0, weightWords(standard.theoryWeights, levels, true));
  at("skills-weights");
  paste("技能要求权重表", 0, 0, weightWords(standard.skillsWeights, levels, false));
}

void Author::pasteElements(Level level, Half half) {
  const bool theory = half == Half::kTheory;
  const std::string name = theory ? "理论知识考评要素细目表" : "操作技能考评要素细目表";
  window.frame().goTo(
      {.room = Room::kBlueprint, .level = level, .half = half, .field = theory ? "theory" : "skills"});
  const auto* grid = dynamic_cast<wxGrid*>(window.find<wxWindow>(name));
  int trace = 0;
  while (typed(grid->GetColLabelValue(trace)) != "对应标准") ++trace;
  const ElementTableWords words = elementTableWords(sample, bank(), level, theory, trace);
  paste(name, 0, 2, words.weights);
  paste(name, rowsOf(name) - 1, 0, words.points);
}

void Author::writeBlueprint(Level level) {
  const auto at = [&](Half half, const std::string& field) {
    window.frame().goTo({.room = Room::kBlueprint, .level = level, .half = half, .field = field});
  };
  at(Half::kTheory, "");
  {
    Answers dialogs({byHand(
        [this](wxDialog* dialog) { window.hands().click(wxWindow::FindWindowById(wxID_OK, dialog)); })});
    window.menu("从标准生成");
    REQUIRE(bank().blueprint(level) != nullptr);
  }
  pasteElements(level, Half::kTheory);
  pasteElements(level, Half::kSkills);
  const Blueprint& blueprint = *sample.blueprint(level);
  at(Half::kSkills, "structure");
  paste("操作技能考评内容结构表", 0, 2, structureWords(blueprint.structure));
  at(Half::kTheory, "plan");
  paste("组卷方案", 0, 0, planWords(blueprint.plan));
  write("考试时间（分钟）", std::to_string(blueprint.plan.minutes));
}

void Author::pasteItems(Level level) {
  window.frame().goTo({.room = Room::kItems, .level = level});
  editor::setClipboardText(theoryWords(sample, level));
  Answers dialogs({byHand([this](wxDialog* dialog) {
    wxWindow* take = wxWindow::FindWindowById(wxID_OK, dialog);
    REQUIRE(waitFor([&] { return take->IsEnabled(); }));
    window.hands().click(take);
  })});
  window.menu("粘贴试题");
  CHECK(window.document().undoTitle() == "粘贴试题");
}

void Author::writeSkillItem(const SkillItem& item) {
  const std::size_t before = bank().all<SkillItem>().size();
  window.menu("新建操作技能试题");
  REQUIRE(bank().all<SkillItem>().size() == before + 1);
  write("试题名称", item.title);
  write("试题代码", item.code);
  int line = 0;
  int chosen = 0;
  const Blueprint& blueprint = *sample.blueprint(item.level);
  for (const SkillGroup& group : blueprint.structure.groups) {
    for (const SkillModule& module : group.modules) {
      ++line;
      if (item.module == module.id) chosen = line;
    }
  }
  choose(window.find<wxChoice>("考核内容"), chosen);
  std::string codes;
  walk(blueprint.skills, [&](const TablePlace& at) {
    if (at.point != nullptr && std::ranges::find(item.points, at.point->id) != item.points.end())
      codes += (codes.empty() ? "" : " ") + at.code();
  });
  write("考评点", codes);
  write("考核时间（分钟）", std::to_string(item.minutes));
  write("题分", item.marks.str());
  choose(window.find<wxChoice>("难度"), item.difficulty.value_or(3));
  write("场地设备要求", item.venue.str());
  write("工作任务", item.task.str());
  write("考核要求", item.requirements.str());
  write("质量指标", item.quality.str());
  paste("准备通知单", 0, 0, materialWords(item));
  paste("否定项", 0, 0, vetoWords(item));
  paste("评分记录表", 0, 0, scoreWords(item));
}

void Author::fillForms() {
  const Dossier& dossier = *sample.find<Dossier>(Dossier::kId);
  window.menu("报备");
  auto* list = window.find<wxDataViewListCtrl>("报备材料");
  const auto document = [&](int number) {
    list->SelectRow(static_cast<unsigned>(number - 1));
    wxDataViewEvent event(wxEVT_DATAVIEW_SELECTION_CHANGED, list, list->GetSelection());
    list->ProcessWindowEvent(event);
  };
  document(2);
  write("命题依据", dossier.texts.at("basis").str());
  write("试测报告", dossier.texts.at("pilot").str());
  document(7);
  write("专家评审意见", dossier.texts.at("internal-review").str());
}

void Author::checkIn() {
  window.menu("历史");
  window.hands().click(wxWindow::FindWindowByLabel(shown("开始记录历史(&H)"), &window.frame()));
  using Kind = editor::CheckInState::Kind;
  REQUIRE(waitFor([this] { return window.document().checkInState().kind == Kind::kClean; }, 20'000));
}

void Author::exportTo(const std::filesystem::path& file) {
  window.menu("报备");
  Answers dialogs({byHand([this](wxDialog* dialog) {
                     write(wxWindow::FindWindowByName(shown("随机数"), dialog), "20260601");
                     wxWindow* go = wxWindow::FindWindowById(wxID_OK, dialog);
                     REQUIRE(waitFor([&] { return go->IsEnabled(); }));
                     CHECK_FALSE(childOf<wxCheckBox>(dialog)->GetValue());
                     window.hands().click(go);
                   }),
                   [&file](wxDialog* dialog) {
                     dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(file.string()));
                     return static_cast<int>(wxID_OK);
                   }});
  window.menu("导出材料包");
  CHECK(dialogs.allAsked());
  const auto exported = [this] {
    return std::ranges::any_of(window.frame().attention().notes(), [](const editor::Note& note) {
      return note.text.find("已导出报备材料包") != std::string::npos;
    });
  };
  REQUIRE(waitFor(exported, 30'000));
}

std::string told(const editor::Document& document) {
  std::string words;
  for (const validators::Finding& finding : document.checker().findings()) {
    if (finding.severity != validators::Severity::kInfo) words += finding.rule + " " + finding.message + "\n";
  }
  return words;
}

}  // namespace

TEST_CASE("a bank of two levels is made from nothing in the editor alone, and its bundle verifies",
          "[story]") {
  Author author;
  author.makeBank();
  author.writeStandard();
  for (const Level level : author.levels) {
    author.writeBlueprint(level);
    author.pasteItems(level);
    author.window.frame().goTo({.room = Room::kItems, .level = level, .half = Half::kSkills});
    for (const auto& item : author.sample.all<SkillItem>()) {
      if (item->level == level) author.writeSkillItem(*item);
    }
  }
  author.fillForms();
  author.window.menu("保存");
  REQUIRE(waitFor([&] { return !author.window.document().modified(); }, 20'000));
  INFO(told(author.window.document()));
  CHECK(author.window.document().checker().summary().errors == 0);
  CHECK(author.window.document().checker().summary().warnings == 0);
  CHECK(author.bank().all<TheoryItem>().size() == author.sample.all<TheoryItem>().size());

  author.checkIn();
  const std::filesystem::path file = author.window.folder() / "bundle.zip";
  author.exportTo(file);
  const workflows::VerifyReport report = workflows::verifyBundle(file);
  for (const auto& problem : report.problems) CHECK(problem.path + " " + problem.message == "");
  CHECK(report.manifest.title == "量具检校员题库");
}
