#include "bench/generated_bank.h"

#include <array>
#include <random>
#include <string>

#include <fmt/format.h>

#include "formats/base/digest.h"

namespace tiku::bench {
namespace {

using namespace formats;

constexpr std::array kThings{"离心泵",   "闸阀",     "止回阀", "压力表",   "液位计", "轴承座",    "联轴器",
                             "机械密封", "电动机",   "变频器", "软启动器", "断路器", "集水井",    "格栅",
                             "进水管",   "出水总管", "真空泵", "起重葫芦", "排水沟", "配电柜",    "接地线",
                             "润滑油杯", "填料函",   "叶轮",   "导叶",     "流量计", "水锤消除器"};
constexpr std::array kActions{"启动前检查",   "停机后保养", "更换",     "安装找正", "日常巡视",
                              "故障判断",     "试运行",     "拆卸清洗", "调整间隙", "校验",
                              "加注润滑油脂", "紧急停车",   "记录参数", "交接班"};
constexpr std::array kFaults{"振动明显增大",   "出口压力不足", "轴承温度过高", "电流摆动不稳",
                             "填料处漏水成线", "启动后不出水", "流量逐渐下降", "有金属摩擦声",
                             "电动机过载跳闸", "指针停在零位"};
constexpr std::array kCauses{"吸水管路漏入空气", "叶轮被杂物缠住", "联轴器不同心",       "润滑油变质或不足",
                             "出水阀没有打开",   "电源缺一相",     "密封环磨损过大",     "转向与规定相反",
                             "底脚螺栓松动",     "压力表引管堵塞", "吸水高度超过允许值", "填料压盖压得太紧"};
constexpr std::array kConditions{"汛期连续运行时",   "冬季气温低于零度时", "单机运行时",
                                 "两台机组并联时",   "夜间无人值守时",     "检修结束送电前",
                                 "水位降到最低限时", "接到调度命令后"};
constexpr std::array kReasons{"因为温度升高以后油膜变薄，继续运行会使轴瓦烧毁",
                              "这样可以避免启动电流过大，也便于在带负荷以前发现异常的声音和振动",
                              "按照操作规程，任何处理都应当在切断电源、挂上警示牌并验明无电以后进行",
                              "应当先看仪表，再听声音，最后用手背试温度，并把结果写进运行记录",
                              "空气进入泵壳以后不能形成足够的真空，水就吸不上来"};

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
        point.name = one(kThings) + one(kActions) + "的要求";
        const int kind = below(10);
        point.importance = kind < 5 ? Importance::kX : kind < 8 ? Importance::kY : Importance::kZ;
        top.scope.points.push_back(std::move(point));
      }
      table.tops.push_back(std::move(top));
    }
    return table;
  }

  TheoryItem item(Level level, const Point& point, const std::string& code) {
    static constexpr std::array kMix{
        ItemType::kSingleChoice, ItemType::kSingleChoice, ItemType::kSingleChoice, ItemType::kSingleChoice,
        ItemType::kTrueFalse,    ItemType::kTrueFalse,    ItemType::kTrueFalse,    ItemType::kMultipleChoice,
        ItemType::kFillIn,       ItemType::kShortAnswer};
    TheoryItem item(id(), level, kMix[random_() % kMix.size()]);
    item.point = point.id;
    item.code = fmt::format("{}-{}", itemTypeLetter(item.type), code);
    item.difficulty = 1 + below(5);
    item.consistency = 3 + below(3);
    item.status = ItemStatus::kWritten;
    item.source.file = "泵站运行工题库.docx";
    item.source.at = fmt::format("段 {}", next_);
    if (below(3) == 0) item.rationale = RichText::plain(one(kReasons) + "。");
    write(item);
    return item;
  }

 private:
  std::string subject() {
    std::string text = below(2) == 0 ? one(kConditions) + "，" : std::string();
    return text + fmt::format("{} 号机组的{}", 1 + below(12), one(kThings)) + one(kFaults);
  }

  static RichText withBlank(const std::string& before, const std::string& after) {
    Paragraph paragraph;
    paragraph.pieces = {
        {Inline::Kind::kText, before, {}}, {Inline::Kind::kBlank, {}, {}}, {Inline::Kind::kText, after, {}}};
    return RichText({std::move(paragraph)});
  }

  void write(TheoryItem& item) {
    const std::string subject = this->subject();
    switch (item.type) {
      case ItemType::kTrueFalse:
        item.stem = RichText::plain(subject + "，" + one(kReasons) + "。");
        item.key = JudgementKey{below(2) == 0};
        break;
      case ItemType::kFillIn:
        item.stem = withBlank(subject + "，一般是", fmt::format("，处理时间不超过 {} 分钟。", 5 + below(55)));
        item.key = FillInKey{{{one(kCauses)}}};
        break;
      case ItemType::kShortAnswer:
        item.stem = RichText::plain(subject + "，试说明原因和处理的步骤。");
        item.key =
            ReferenceKey{RichText::plain("原因：" + one(kCauses) + "。\n处理：" + one(kReasons) + "。")};
        item.marks = Marks::whole(5);
        item.scoring = {{Marks::whole(2), "说出原因"}, {Marks::whole(3), "说出步骤"}};
        break;
      default:
        item.stem = withBlank(subject + "，最可能的原因是", "。");
        options(item);
    }
  }

  void options(TheoryItem& item) {
    const int first = below(static_cast<int>(kCauses.size()));
    for (int i = 0; i < 4; ++i) {
      item.options.push_back(RichText::plain(kCauses[static_cast<std::size_t>(first + i) % kCauses.size()]));
    }
    const int right = below(4);
    item.key =
        item.type == ItemType::kSingleChoice ? ChoiceKey{{right}} : ChoiceKey{{right / 2, 2 + right % 2}};
  }

  std::mt19937_64 random_;
  std::string seedWord_ = "tiku-bench";
  int next_ = 0;
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
