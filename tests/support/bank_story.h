#pragma once

#include <string>

#include "formats/base/temp_directory.h"
#include "formats/history/repository.h"
#include "formats/package/save.h"
#include "tests/support/random_bank.h"

namespace tiku::test {

/// A bank in a directory with its history, worked on by people one after the other.
class BankStory {
 public:
  explicit BankStory(formats::Bank begin)
      : bank(std::move(begin)), path_(folder_.path() / "bank"), repository_(make(bank, path_)) {
    checkIn("建立题库", "王工");
  }

  /// Applies the edit, saves, checks in. Gives the id of the check-in.
  std::string checkIn(const formats::Edit& edit, const std::string& message, const std::string& person) {
    bank.apply(edit);
    formats::saveAll(bank, path_);
    return checkIn(message, person);
  }
  /// Only saved.
  void change(const formats::Edit& edit) {
    bank.apply(edit);
    formats::saveAll(bank, path_);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] formats::Repository& repository() { return repository_; }

  formats::Bank bank;

 private:
  static formats::Repository make(const formats::Bank& bank, const std::filesystem::path& path) {
    formats::saveNew(bank, path);
    return formats::Repository::init(path);
  }
  std::string checkIn(const std::string& message, const std::string& person) {
    const auto revision = repository_.checkIn(message, formats::Signature{person, "x@example.org"});
    return revision ? revision->commit : std::string();
  }

  formats::TempDirectory folder_;
  std::filesystem::path path_;
  formats::Repository repository_;
};

/// 量具检校员, 三级: a table with two scopes of points, items on them, a person, a standard of two entries.
struct SmallBank {
  formats::Level level = *formats::Level::of(3);
  formats::Id scopeA = formats::Id::random();
  formats::Id scopeB = formats::Id::random();
  std::vector<formats::Id> points;  ///< Four of A, one of B.
  std::vector<formats::Id> items;   ///< One of each point.
  formats::Id author = formats::Id::random();
  formats::Id entryA = formats::Id::random();  ///< 相关知识要求 that the points of A are traced to.
  formats::Id entryB = formats::Id::random();
  formats::Id content = formats::Id::random();

  SmallBank() {
    for (int i = 0; i < 5; ++i) {
      points.push_back(formats::Id::random());
      items.push_back(formats::Id::random());
    }
  }

  [[nodiscard]] formats::Standard standard() const {
    using namespace formats;
    Standard standard;
    standard.title = "量具检校员国家职业标准";
    standard.edition = "2021年版";
    WorkContent work{content,
                     "量具使用",
                     {},
                     {{entryA, "游标量具的读数方法", false, {}}, {entryB, "量具的保养知识", false, {}}},
                     {}};
    Function function{Id::wellKnown(900), "测量", {work}, {}};
    LevelRequirements requirements(level);
    requirements.functions.push_back(function);
    standard.levels.push_back(requirements);
    WeightRow row;
    row.name = "测量";
    row.weights.emplace(level, Weight::whole(60));
    standard.theoryWeights.push_back(row);
    return standard;
  }

  [[nodiscard]] formats::Blueprint blueprint() const {
    using namespace formats;
    Blueprint blueprint(level);
    Scope a{scopeA, "A", "量具使用", Weight::whole(60), content, {}, {}, {}, {}};
    Scope b{scopeB, "B", "量具保养", Weight::whole(40), {}, {}, {}, {}, {}};
    for (std::size_t i = 0; i < 4; ++i) a.points.push_back(point(i, entryA));
    b.points.push_back(point(4, entryB));
    b.points.back().code = "001";
    blueprint.theory.tops = {{Part::kWork, a}, {Part::kWork, b}};
    return blueprint;
  }

  [[nodiscard]] formats::TheoryItem item(std::size_t i) const {
    using namespace formats;
    static const char* const kStems[] = {"游标卡尺的分度值是 0.02 mm，读数的末位只能是（　）。",
                                         "千分尺测微螺杆的螺距是（　）。", "百分表的测杆应当（　）于被测面。",
                                         "量块组合时块数应当（　）。", "量具用毕应当（　）。"};
    TheoryItem item(items[i], level, ItemType::kSingleChoice);
    item.code = (i < 4 ? "A-00" + std::to_string(i + 1) : std::string("B-001")) + "-001";
    item.point = points[i];
    item.stem = RichText::plain(kStems[i]);
    for (const char* option : {"偶数", "奇数", "零", "任意数"})
      item.options.push_back(RichText::plain(option));
    item.key = ChoiceKey{{0}};
    item.author = author;
    return item;
  }

  [[nodiscard]] formats::Bank bank() const {
    using namespace formats;
    BankInfo info;
    info.packageId = Id::wellKnown(901);
    info.title = "量具检校员题库";
    info.occupationName = "量具检校员";
    info.levels = {level};
    Bank bank(info);
    Edit edit;
    People people;
    people.people.push_back({author, "林晓", {}, {}, {}, {}, {}});
    edit.put(people).put(standard()).put(blueprint());
    for (std::size_t i = 0; i < items.size(); ++i) edit.put(item(i));
    bank.apply(edit);
    return bank;
  }

 private:
  [[nodiscard]] formats::Point point(std::size_t i, formats::Id entry) const {
    static const char* const kNames[] = {"游标卡尺的读数", "千分尺的结构", "百分表的安装", "量块的组合",
                                         "量具的清洁"};
    formats::Point point;
    point.id = points[i];
    point.code = "00" + std::to_string(i + 1);
    point.name = kNames[i];
    point.importance = formats::Importance::kX;
    point.requirements = {entry};
    return point;
  }
};

}  // namespace tiku::test
