#include "validators/similarity/wording.h"

#include <algorithm>
#include <iterator>

namespace tiku::validators {
namespace {

using Words = std::u16string_view;

/// The words in which questions are put and those that bind, as met in trade, safety and accounting banks.
constexpr Words kFrame[] = {
    u"下列",   u"以下",   u"下面",     u"关于",
    u"对于",   u"有关",   u"说法",     u"叙述",
    u"描述",   u"表述",   u"选项",     u"哪一项",
    u"哪一种", u"哪一个", u"哪种",     u"哪项",
    u"哪个",   u"哪些",   u"哪类",     u"哪几",
    u"什么",   u"为什么", u"多少",     u"如何",
    u"怎样",   u"怎么",   u"正确的是", u"正确的有",
    u"正确的", u"是指",   u"指的是",   u"称为",
    u"叫做",   u"属于",   u"包括",     u"通常",
    u"应该",   u"应当",   u"应",       u"可以",
    u"必须",   u"大约",   u"左右",     u"其中",
    u"以及",   u"并且",   u"进行",     u"根据",
    u"依据",   u"按照",   u"规定",     u"中华人民共和国",
    u"请问",   u"需要",   u"主要",     u"明确",
    u"采用",   u"情况",   u"的",       u"了",
    u"是",     u"为",     u"有",       u"在",
    u"等",     u"及",     u"和",       u"与",
    u"其",     u"所",     u"之",       u"被",
    u"将",     u"会",     u"可",       u"要",
    u"需",     u"时",     u"约",       u"而",
    u"且",     u"就",     u"都",       u"均",
    u"该",     u"这",     u"那",       u"对",
    u"由",     u"用",     u"于",       u"从",
    u"使",     u"以",     u"则",       u"吗",
    u"呢",     u"么",     u"种",       u"个",
    u"项",     u"类",     u"中",
};

constexpr Words kNegations[] = {u"不", u"非", u"无", u"未", u"没", u"勿", u"禁", u"错", u"避免", u"防止"};

/// Begin or hold one of the above and turn nothing.
constexpr Words kNoNegations[] = {u"不锈", u"不仅", u"不但",   u"不断",   u"不管",  u"不论",
                                  u"不同", u"不良", u"不平衡", u"无论",   u"无线",  u"非常",
                                  u"未来", u"除非", u"没收",   u"非金属", u"无机",  u"非线性",
                                  u"无功", u"非法", u"不均",   u"不足",   u"不充分"};

struct Opposites {
  Words one;
  Words other;
};

/// Terms of one unit: two units each, the one and the other. They count where the rest is equal.
constexpr Words kOppositeUnits =
    u"串并 高低 大小 增减 上下 左右 正反 正负 内外 前后 进出 入出 开关 开闭 快慢 粗细 长短 多少 "
    u"先后 主从 主副 主辅 阴阳 交直 顺逆 横纵 冷热 干湿 轻重 强弱 深浅 定转 定动 动静 有无 男女 "
    u"升降 吸排 吸放 充放 公私 收支 收付 借贷 首末 早晚 新旧 优缺 优劣 好坏 松紧 加减 凸凹 软硬 "
    u"远近 厚薄 宽窄 单双 单多 单三 酸碱 甲乙 压流 压阻 流阻 容感 容阻 感阻 生熟 买卖 供需 主客 "
    u"横竖 存取 ";

constexpr Opposites kOpposites[] = {
    {u"允许", u"禁止"}, {u"可以", u"不得"}, {u"必须", u"不得"}, {u"全部", u"部分"}, {u"串联", u"并联"},
    {u"增大", u"减小"}, {u"增加", u"减少"}, {u"提高", u"降低"}, {u"电压", u"电流"}, {u"交流", u"直流"},
    {u"输入", u"输出"}, {u"大于", u"小于"}, {u"高于", u"低于"}, {u"以上", u"以下"}, {u"常开", u"常闭"},
    {u"一次", u"二次"}, {u"吸收", u"放出"}, {u"吸热", u"放热"}, {u"简单", u"复杂"}, {u"优点", u"缺点"},
    {u"正确", u"错误"}, {u"起动", u"停止"}, {u"启动", u"停止"}, {u"流出", u"流入"}, {u"顺时针", u"逆时针"},
    {u"最大", u"最小"}, {u"主观", u"客观"}, {u"安全", u"危险"}, {u"水平", u"垂直"}, {u"平行", u"垂直"},
    {u"超过", u"少于"}, {u"超过", u"低于"}, {u"超过", u"不足"}, {u"多于", u"少于"}, {u"大于", u"少于"},
    {u"早于", u"晚于"}, {u"长于", u"短于"}, {u"以内", u"以外"}, {u"至少", u"至多"}, {u"最多", u"最少"},
    {u"最高", u"最低"}, {u"上限", u"下限"}, {u"之前", u"之后"}, {u"合格", u"报废"}, {u"甲方", u"乙方"},
    {u"平行", u"交叉"}, {u"截止", u"饱和"}, {u"过载", u"短路"},
};

/// Words that stand for each other in the sentences of a bank, a group a line.
constexpr Words kSynonyms[] = {
    u"施行 实行 实施",
    u"增大 增加 提高 升高 上升 变大",
    u"减小 减少 降低 下降 变小",
    u"大于 高于 超过 多于",
    u"小于 低于 少于",
    u"严禁 禁止 不得 不准 不许",
    u"造成 导致 引起",
    u"及时 立即 马上",
    u"组成 构成",
    u"分为 分成",
    u"确保 保证",
    u"连接 联接",
    u"黏度 粘度",
    u"其他 其它",
    u"通常 一般",
    u"由于 因为",
    u"之后 以后",
    u"之前 以前",
    u"所有 全部",
    u"使用 利用 应用 运用",
    u"安装 装设 设置",
    u"作用 功能",
    u"方法 方式",
    u"种类 类型 类别",
    u"叫做 叫作 称作 称为",
    u"避免 防止",
    u"必须 应该 应当 需要",
    u"准许 允许 许可",
};

/// Words by their first unit.
class Lexicon {
 public:
  template <std::size_t Count>
  explicit Lexicon(const Words (&words)[Count])
      : words_(std::begin(words), std::end(words)), first_(0x10000, kNone) {
    std::ranges::sort(words_, {}, [](Words word) { return word.front(); });
    for (std::size_t at = words_.size(); at-- > 0;)
      first_[words_[at].front()] = static_cast<std::uint8_t>(at);
  }

  /// Units of the longest word that the text begins with; 0 for none.
  [[nodiscard]] std::size_t longestAt(Words text) const {
    std::size_t longest = 0;
    for (std::size_t at = first_[text.front()]; at < words_.size() && words_[at].front() == text.front();
         ++at) {
      if (words_[at].size() > longest && text.starts_with(words_[at])) longest = words_[at].size();
    }
    return longest;
  }

 private:
  static constexpr std::uint8_t kNone = 0xFF;

  std::vector<Words> words_;
  std::vector<std::uint8_t> first_;
};
static_assert(std::size(kFrame) < 0xFF && std::size(kNegations) < 0xFF && std::size(kNoNegations) < 0xFF);

bool oppositeUnits(char16_t a, char16_t b) {
  for (std::size_t at = 0; at + 1 < kOppositeUnits.size(); at += 3) {
    const char16_t one = kOppositeUnits[at];
    const char16_t other = kOppositeUnits[at + 1];
    if ((a == one && b == other) || (a == other && b == one)) return true;
  }
  return false;
}

}  // namespace

void markContent(Words words, std::vector<std::uint8_t>& content) {
  static const Lexicon frame(kFrame);
  content.assign(words.size(), 1);
  std::size_t left = words.size();
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t length = frame.longestAt(words.substr(at));
    std::fill_n(content.begin() + static_cast<std::ptrdiff_t>(at), length, 0);
    left -= length;
    at += std::max<std::size_t>(length, 1);
  }
  if (left == 0) content.assign(words.size(), 1);
}

int negations(Words words) {
  static const Lexicon negation(kNegations);
  static const Lexicon exception(kNoNegations);
  int found = 0;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t length = exception.longestAt(words.substr(at));
    if (length == 0) {
      length = negation.longestAt(words.substr(at));
      if (length > 0) ++found;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return found;
}

bool opposed(Words a, Words b) {
  constexpr std::size_t kLongest =
      4;  // A single unit stands for a term in a short place only: 大 is in 大约, too.
  constexpr std::size_t kLongestPlace = 16;
  if (a.size() == b.size() && a.size() <= kLongest) {
    const auto [x, y] = std::ranges::mismatch(a, b);
    if (x != a.end() && oppositeUnits(*x, *y) && std::equal(x + 1, a.end(), y + 1)) return true;
  }
  if (std::min(a.size(), b.size()) < 2 || std::max(a.size(), b.size()) > kLongestPlace) return false;
  const auto has = [](Words text, Words word) { return text.find(word) != Words::npos; };
  return std::ranges::any_of(kOpposites, [&](const Opposites& pair) {
    return (has(a, pair.one) && has(b, pair.other) && !has(a, pair.other) && !has(b, pair.one)) ||
           (has(b, pair.one) && has(a, pair.other) && !has(b, pair.other) && !has(a, pair.one));
  });
}

bool sameMeaning(Words a, std::size_t aFrom, std::size_t aTo, Words b, std::size_t bFrom, std::size_t bTo) {
  constexpr std::size_t kLongest = 3;
  if (aTo - aFrom > kLongest || bTo - bFrom > kLongest) return false;
  // Most places begin with a unit that no group has.
  static const std::vector<bool> known = [] {
    std::vector<bool> units(0x10000);
    for (const Words group : kSynonyms) {
      for (const char16_t unit : group) units[unit] = true;
    }
    return units;
  }();
  if (aFrom == aTo || bFrom == bTo || !known[a[aFrom]] || !known[b[bFrom]]) return false;
  // The word of the group that covers the place and begins `before` units before it.
  const auto covers = [](Words text, std::size_t from, std::size_t to, std::size_t before, Words group) {
    for (std::size_t at = 0; at < group.size();) {
      const std::size_t end = std::min(group.find(u' ', at), group.size());
      const Words word = group.substr(at, end - at);
      if (from >= before && from - before + word.size() >= to && text.substr(from - before).starts_with(word))
        return true;
      at = end + 1;
    }
    return false;
  };
  return std::ranges::any_of(kSynonyms, [&](Words group) {
    for (std::size_t before = 0; before < kLongest; ++before) {
      if (covers(a, aFrom, aTo, before, group) && covers(b, bFrom, bTo, before, group)) return true;
    }
    return false;
  });
}

bool isNumeral(char16_t unit) {
  if (unit < 0x3000) return unit >= u'0' && unit <= u'9';
  switch (unit) {
    case u'〇':
    case u'零':
    case u'一':
    case u'二':
    case u'三':
    case u'四':
    case u'五':
    case u'六':
    case u'七':
    case u'八':
    case u'九':
    case u'十':
    case u'百':
    case u'千':
    case u'万':
    case u'两':
    case u'半':
      return true;
    default:
      return false;
  }
}

bool isLatin(char16_t unit) {
  return (unit >= u'a' && unit <= u'z') || (unit >= 0x370 && unit <= 0x3FF);
}

}  // namespace tiku::validators
