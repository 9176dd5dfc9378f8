#include "bench/generated_bank.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/vocabulary.h"
#include "formats/base/digest.h"

namespace tiku::bench {
namespace {

using namespace formats;
using namespace vocabulary;

constexpr int kCopyEvery = 40;  ///< So many items hold one that says again what an earlier one says.

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) {}

  Id id() {
    const std::string hex = sha256(fmt::format("{} {}", seedWord_, next_++));
    return *Id::parse(fmt::format("{}-{}-4{}-8{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 3),
                                  hex.substr(15, 3), hex.substr(18, 12)));
  }

  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }

  template <std::size_t N>
  std::string one(const std::array<const char*, N>& list) {
    return list[random_() % N];
  }

  ElementTable table(int points) {
    ElementTable table;
    const int scopes = std::max(1, points / 30);
    for (int s = 0; s < scopes; ++s) {
      ElementTable::Top top;
      top.part = s == 0 ? Part::kBasic : Part::kWork;
      top.scope.id = id();
      top.scope.code = std::string(1, static_cast<char>('A' + s % 26));
      top.scope.name = one(kThings) + "的" + one(kActions);
      top.scope.weight = Weight::ofHundredths(10'000 / scopes);
      for (int p = s; p < points; p += scopes) {
        Point point;
        point.id = id();
        point.code = fmt::format("{:03}", p / scopes + 1);
        point.name = one(kThings) + one(kParts) + "的" + one(kAspects);
        const int kind = below(10);
        point.importance = kind < 5 ? Importance::kX : kind < 8 ? Importance::kY : Importance::kZ;
        top.scope.points.push_back(std::move(point));
      }
      table.tops.push_back(std::move(top));
    }
    return table;
  }

  TheoryItem item(Level level, const Point& point, const std::string& code) {
    TheoryItem item = made_.size() % kCopyEvery == kCopyEvery - 1 ? changedCopy(level) : newItem(level);
    item.point = point.id;
    item.code = fmt::format("{}-{}", itemTypeLetter(item.type), code);
    item.difficulty = 1 + below(5);
    item.consistency = 3 + below(3);
    item.status = ItemStatus::kWritten;
    item.source.file = "泵站运行工题库.docx";
    item.source.at = fmt::format("段 {}", next_);
    made_.push_back(item);
    return item;
  }

 private:
  /// "冬季气温低于零度时，蝶阀的密封圈"; the condition two times of three.
  std::string subject() {
    return (below(3) != 0 ? one(kConditions) + "，" : std::string()) + one(kThings) + "的" + one(kParts);
  }

  std::string amount(const Quantity& quantity, int step) {
    return fmt::format("{} {}", quantity.least + step * quantity.step, quantity.unit);
  }

  static RichText withBlank(const std::string& before, const std::string& after) {
    Paragraph paragraph;
    if (!before.empty()) paragraph.pieces.push_back({Inline::Kind::kText, before, {}});
    paragraph.pieces.push_back({Inline::Kind::kBlank, {}, {}});
    paragraph.pieces.push_back({Inline::Kind::kText, after, {}});
    return RichText({std::move(paragraph)});
  }

  TheoryItem newItem(Level level) {
    static constexpr std::array kMix{
        ItemType::kSingleChoice, ItemType::kSingleChoice, ItemType::kSingleChoice, ItemType::kSingleChoice,
        ItemType::kTrueFalse,    ItemType::kTrueFalse,    ItemType::kTrueFalse,    ItemType::kMultipleChoice,
        ItemType::kFillIn,       ItemType::kShortAnswer};
    TheoryItem item(id(), level, kMix[random_() % kMix.size()]);
    if (below(3) == 0) item.rationale = RichText::plain(one(kReasons) + "。");
    switch (item.type) {
      case ItemType::kTrueFalse:
        writeJudgement(item);
        break;
      case ItemType::kFillIn:
        writeFillIn(item);
        break;
      case ItemType::kShortAnswer:
        item.stem = RichText::plain(subject() + one(kFaults) + "，试说明原因和" + one(kAspects) + "。");
        item.key =
            ReferenceKey{RichText::plain("原因：" + one(kCauses) + "。\n处理：" + one(kReasons) + "。")};
        item.marks = Marks::whole(5);
        item.scoring = {{Marks::whole(2), "说出原因"}, {Marks::whole(3), "说出步骤"}};
        break;
      default:
        writeChoice(item);
    }
    return item;
  }

  /// An earlier item under another id: with a word more before it, or with another wrong option.
  TheoryItem changedCopy(Level level) {
    const TheoryItem& from = made_[random_() % made_.size()];
    TheoryItem item(id(), level, from.type);
    item.stem = from.stem;
    item.options = from.options;
    item.key = from.key;
    item.marks = from.marks;
    item.scoring = from.scoring;
    item.rationale = from.rationale;
    const auto* key = std::get_if<ChoiceKey>(&item.key);
    if (key != nullptr && below(2) == 0) {
      const std::size_t wrong = (static_cast<std::size_t>(key->options.front()) + 1) % item.options.size();
      if (key->options.size() == 1) item.options[wrong] = RichText::plain(one(kCauses));
      return item;
    }
    auto blocks = item.stem.blocks();
    Inline& first = std::get<Paragraph>(blocks.front()).pieces.front();
    if (first.kind == Inline::Kind::kText) first.text = "按照规程，" + first.text;
    item.stem = RichText(std::move(blocks));
    return item;
  }

  void writeJudgement(TheoryItem& item) {
    const Quantity& quantity = kQuantities[random_() % kQuantities.size()];
    switch (below(3)) {
      case 0:
        item.stem = RichText::plain(subject() + one(kFaults) + "，" + one(kReasons) + "。");
        break;
      case 1:
        item.stem = RichText::plain(fmt::format("{}经过{}，{}应达到 {}。", subject(), one(kActions),
                                                quantity.name, amount(quantity, below(8))));
        break;
      default:
        item.stem = RichText::plain(fmt::format("{}由{}对{}进行{}，{}。", one(kConditions), one(kPeople),
                                                one(kThings), one(kActions), one(kReasons)));
    }
    item.key = JudgementKey{below(2) == 0};
  }

  void writeFillIn(TheoryItem& item) {
    const Quantity& quantity = kQuantities[random_() % kQuantities.size()];
    if (below(2) == 0) {
      item.stem = withBlank(subject() + one(kFaults) + "，多半是因为", "。");
      item.key = FillInKey{{{one(kCauses)}}};
    } else {
      item.stem = withBlank(fmt::format("{}在{}以后，{}是", subject(), one(kActions), quantity.name), "。");
      item.key = FillInKey{{{amount(quantity, below(8))}}};
    }
  }

  void writeChoice(TheoryItem& item) {
    switch (item.type == ItemType::kMultipleChoice ? 0 : below(5)) {
      case 0:
        item.stem = withBlank(subject() + one(kFaults) + "，可能的原因是", "。");
        chooseFrom(item, kCauses);
        break;
      case 1:
        item.stem = withBlank(subject() + one(kFaults) + "，首先要做的是", "。");
        chooseFrom(item, kActions);
        break;
      case 2:
        item.stem = withBlank(fmt::format("{}，{}的{}由", one(kConditions), one(kThings), one(kAspects)),
                              fmt::format("确认，{}。", one(kReasons)));
        chooseFrom(item, kPeople);
        break;
      case 3:
        item.stem =
            withBlank("", one(kFaults) + "时，不能急于" + one(kActions) + "，" + one(kReasons) + "。");
        chooseFrom(item, kThings);
        break;
      default:
        chooseAmount(item);
    }
  }

  void chooseAmount(TheoryItem& item) {
    const Quantity& quantity = kQuantities[random_() % kQuantities.size()];
    item.stem = withBlank(
        fmt::format("{}的{}中，{}的{}一般取", one(kThings), one(kAspects), one(kParts), quantity.name), "。");
    const int first = below(4);
    for (int option = 0; option < 4; ++option)
      item.options.push_back(RichText::plain(amount(quantity, first + option)));
    item.key = ChoiceKey{{below(4)}};
  }

  template <std::size_t N>
  void chooseFrom(TheoryItem& item, const std::array<const char*, N>& list) {
    std::vector<std::string> options;
    while (options.size() < 4) {
      std::string option = one(list);
      if (std::ranges::find(options, option) == options.end()) options.push_back(std::move(option));
    }
    for (const std::string& option : options) item.options.push_back(RichText::plain(option));
    const int right = below(4);
    item.key =
        item.type == ItemType::kSingleChoice ? ChoiceKey{{right}} : ChoiceKey{{right / 2, 2 + right % 2}};
  }

  std::mt19937_64 random_;
  std::string seedWord_ = "tiku-bench";
  int next_ = 0;
  std::vector<TheoryItem> made_;
};

}  // namespace

Bank generatedBank(int items, std::uint64_t seed) {
  constexpr int kLevels = 5;
  constexpr int kItemsPerPoint = 10;
  Writer writer(seed);
  BankInfo info;
  info.packageId = writer.id();
  info.title = "泵站运行工题库";
  info.occupation = OccupationCode::parse("6-28-03-01");
  info.occupationName = "泵站运行工";
  info.profile = "guizhou";
  Edit edit("生成");
  for (int number = kLevels; number >= 1; --number) {
    const Level level = *Level::of(number);
    info.levels.push_back(level);
    const int count = items / kLevels + (number <= items % kLevels ? 1 : 0);
    Blueprint blueprint(level);
    blueprint.theory = writer.table((count + kItemsPerPoint - 1) / kItemsPerPoint);
    std::vector<std::pair<std::string, const Point*>> points;
    walk(blueprint.theory, [&points](const TablePlace& place) {
      if (place.point != nullptr) points.emplace_back(place.code(), place.point);
    });
    for (int i = 0; i < count; ++i) {
      const auto& [code, point] = points[static_cast<std::size_t>(i) % points.size()];
      edit.put(
          writer.item(level, *point, fmt::format("{}-{:03}", code, i / static_cast<int>(points.size()) + 1)));
    }
    edit.put(std::move(blueprint));
  }
  Bank bank(info);
  bank.apply(edit);
  return bank;
}

}  // namespace tiku::bench
